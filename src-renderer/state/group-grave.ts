/** What may be behind the findings: one wrong cell that breaks three sums reads as one problem with three symptoms. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { Subject } from '#core/rules/subject.ts';
import { groupFindings, type FindingGroup } from '#core/suspects/group-findings.ts';
import { localise } from '#core/suspects/localise.ts';
import type { Localised } from '#core/suspects/repair.ts';

/** Less than two frames: the search follows every keystroke. */
const budgetMs = 25;

/** A mistake is looked for first in so many cells. */
const remembered = 3;

/** Before anything was searched for, and where there is no error. */
export const nothingLocated: Localised = { causes: [], isComplete: true, searchedSize: 0 };

/** The cells edited last, most recent first, after edits in the order of `edited`. */
export function withRecent(recent: readonly CellKey[], edited: readonly CellKey[]): readonly CellKey[] {
  return [...new Set([...edited.toReversed(), ...recent])].slice(0, remembered);
}

/** Searches for the cells that may be wrong. `recent`: the cells edited last, most recent first. */
export function locate(
  { form, book }: Pick<LoadedEdition, 'form' | 'book'>,
  subject: Subject,
  findings: readonly Finding[],
  recent: readonly CellKey[],
): Localised {
  if (!findings.some(isError)) return nothingLocated;
  return localise({
    form,
    book,
    cells: subject.cells,
    prior: subject.prior?.cells ?? null,
    recent,
    now: () => performance.now(),
    budgetMs,
  });
}

/** Errors and warnings, grouped by cause, errors first. */
export function groupGrave(findings: readonly Finding[], located: Localised): readonly FindingGroup[] {
  const alone = findings
    .filter((finding) => finding.severity === 'warning')
    .map((finding) => ({ findings: [finding], cause: null, suspects: [] }));
  return [...groupFindings(findings.filter(isError), located), ...alone];
}

/**
 * The cell to look at first when a finding is to be mended: the first suspect; without one the cell that was edited last, where the finding is about it; else the first cell. Null
 * for findings about no cell. `recent`: the cells edited last, most recent first.
 */
export function cellOfFinding(finding: Finding, groups: readonly FindingGroup[], recent: readonly CellKey[]): CellKey | null {
  const suspect = groups.find(({ findings }) => findings.includes(finding))?.suspects[0]?.cell;
  return suspect ?? recent.find((cell) => finding.cells.includes(cell)) ?? finding.cells[0] ?? null;
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}
