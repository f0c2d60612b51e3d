/** A written explanation of a warning, bound to the values and words it excuses: when one of them changes it is stale. */
import { sameValue, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { Finding, Operand } from '../rules/finding.ts';

export type Justification = {
  /** The code of the rule, such as T3-4. */
  readonly rule: string;
  /** The section of the narrative that is concerned, null for the tables. */
  readonly section: string | null;
  readonly values: Readonly<Record<CellKey, CellValue>>;
  /** Values of last year's report that take part. */
  readonly priorValues: Readonly<Record<CellKey, CellValue>>;
  /** The sentence of the prose that is explained. */
  readonly sentence: string | null;
  readonly text: string;
  readonly author: string | null;
};

/** A new justification of a finding as the cells stand now. */
export function justify(finding: Finding, cells: Cells, text: string, author: string | null): Justification {
  const values = Object.fromEntries(finding.cells.map((cell) => [cell, valueAt(cells, cell)]));
  const priorValues = Object.fromEntries(priorOperands(finding).map(({ cell, value }) => [cell, value]));
  const { code: rule, section, quotation } = finding;
  return { rule, section, values, priorValues, sentence: quotation?.sentence ?? null, text, author };
}

/** True when `justification` is about this finding, and its cells, last year's and the sentence are as they were explained. */
export function excuses(justification: Justification, finding: Finding, cells: Cells): boolean {
  if (!isAbout(justification, finding) || justification.sentence !== (finding.quotation?.sentence ?? null)) return false;
  const isAsExplained = (explained: CellValue | undefined, value: CellValue) => explained !== undefined && sameValue(explained, value);
  return (
    finding.cells.every((cell) => isAsExplained(justification.values[cell], valueAt(cells, cell))) &&
    priorOperands(finding).every(({ cell, value }) => isAsExplained(justification.priorValues[cell], value))
  );
}

/** True for an explanation of the same matter, though values or words may have changed since. */
export function isAbout({ rule, section, values }: Justification, finding: Finding): boolean {
  if (rule !== finding.code || section !== finding.section) return false;
  return finding.cells.length === 0 || finding.cells.some((cell) => Object.hasOwn(values, cell));
}

function priorOperands({ leftOperands, rightOperands }: Finding): readonly Operand[] {
  return [...leftOperands, ...rightOperands].filter(({ isPrior }) => isPrior);
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
