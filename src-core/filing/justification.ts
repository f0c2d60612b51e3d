/** A written explanation of a warning, bound to the values it excuses: when one of them changes it is stale. */
import { sameValue, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { Finding } from '../rules/finding.ts';

export type Justification = {
  /** The code of the rule, such as T3-4. */
  readonly rule: string;
  readonly values: Readonly<Record<CellKey, CellValue>>;
  readonly text: string;
  readonly author: string | null;
};

/** A new justification of a finding as the cells stand now. */
export function justify(finding: Finding, cells: Cells, text: string, author: string | null): Justification {
  const values = Object.fromEntries(finding.cells.map((cell) => [cell, valueAt(cells, cell)]));
  return { rule: finding.code, values, text, author };
}

/** True when `justification` is about this finding and every cell of it still has the value that was explained. */
export function excuses(justification: Justification, finding: Finding, cells: Cells): boolean {
  if (justification.rule !== finding.code) return false;
  return finding.cells.every((cell) => {
    const explained = justification.values[cell];
    return explained !== undefined && sameValue(explained, valueAt(cells, cell));
  });
}

export function justificationOf(finding: Finding, justifications: readonly Justification[], cells: Cells): Justification | null {
  if (finding.severity !== 'warning') return null;
  return justifications.find((each) => excuses(each, finding, cells)) ?? null;
}

/** What stands in the way of sealing: errors, and warnings that nobody has explained. */
export function blockingFindings(findings: readonly Finding[], justifications: readonly Justification[], cells: Cells): readonly Finding[] {
  return findings.filter(
    (finding) =>
      finding.severity === 'error' || (finding.severity === 'warning' && justificationOf(finding, justifications, cells) === null),
  );
}
