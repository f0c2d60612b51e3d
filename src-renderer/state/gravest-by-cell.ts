/** Which cells are marked on the screen, and how gravely. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { Finding } from '#core/rules/finding.ts';
import { severities, type Severity } from '#core/rules/rule-base.ts';

export function gravestByCell(findings: readonly Finding[]): Readonly<Record<CellKey, Severity>> {
  const marks: Record<CellKey, Severity> = {};
  // The gravest comes last and stays.
  for (const severity of severities.toReversed()) {
    for (const finding of findings) if (finding.severity === severity) for (const cell of finding.cells) marks[cell] = severity;
  }
  return marks;
}
