/**
 * A written explanation of a warning, bound to what it excuses: when any of it changes the explanation is stale.
 *
 * - Findings about cells are bound to the values of all of them, and to last year's values that take part.
 * - Findings about words are bound to the sentence and to the words in it. Where the prose contradicts itself they are also
 *   bound to both figures and to the other sentence: two lists in one sentence are two matters.
 * - Findings about the form of the report (topics that are missing, another unit's name, so and so many times) are bound to
 *   all that the finding says: what is excused is that much, and no more.
 * - Prose that repeats last year's is bound to the longest such passage, not to the percentage, which moves with every letter.
 */
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
  /** What the finding says besides its cells and its sentence; null where there is nothing. */
  readonly matter: string | null;
  readonly text: string;
  readonly author: string | null;
};

/** A new justification of a finding as the cells stand now. */
export function justify(finding: Finding, cells: Cells, text: string, author: string | null): Justification {
  const values = Object.fromEntries(finding.cells.map((cell) => [cell, valueAt(cells, cell)]));
  const priorValues = Object.fromEntries(priorOperands(finding).map(({ cell, value }) => [cell, value]));
  const { code: rule, section, quotation } = finding;
  return { rule, section, values, priorValues, sentence: quotation?.sentence ?? null, matter: matterOf(finding), text, author };
}

/** True when `justification` is about this finding, and everything that it is bound to is as it was explained. */
export function excuses(justification: Justification, finding: Finding, cells: Cells): boolean {
  if (!isAbout(justification, finding) || justification.sentence !== (finding.quotation?.sentence ?? null)) return false;
  if (justification.matter !== matterOf(finding)) return false;
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

function matterOf({ kind, quotation, cells, left, right, message }: Finding): string | null {
  // Cells are kept with their values, which may be written in several ways.
  if (cells.length > 0 || kind === 'similarity') return quotation?.words ?? null;
  if (kind !== 'narrativeFigure') return message.zh;
  return [quotation?.words, left, right, quotation?.against].filter((each) => each !== null && each !== undefined).join(' | ');
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
