/** What may be behind the findings: one wrong cell that breaks three sums reads as one problem with three symptoms. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { Subject } from '#core/rules/subject.ts';
import { groupFindings, type FindingGroup } from '#core/suspects/group-findings.ts';
import { localise } from '#core/suspects/localise.ts';

/** Less than two frames: the search follows every keystroke. */
const budgetMs = 25;

/** A mistake is looked for first in so many cells. */
const remembered = 3;

/** The cells edited last, most recent first, after edits in the order of `edited`. */
export function withRecent(recent: readonly CellKey[], edited: readonly CellKey[]): readonly CellKey[] {
  return [...new Set([...edited.toReversed(), ...recent])].slice(0, remembered);
}

/** Errors and warnings, grouped by cause, errors first. `recent`: the cells edited last, most recent first. */
export function groupGrave(
  { form, book }: Pick<LoadedEdition, 'form' | 'book'>,
  subject: Subject,
  findings: readonly Finding[],
  recent: readonly CellKey[],
): readonly FindingGroup[] {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const alone = findings
    .filter((finding) => finding.severity === 'warning')
    .map((finding) => ({ findings: [finding], cause: null, suspects: [] }));
  if (errors.length === 0) return alone;
  const localised = localise({
    form,
    book,
    cells: subject.cells,
    prior: subject.prior?.cells ?? null,
    recent,
    now: () => performance.now(),
    budgetMs,
  });
  return [...groupFindings(errors, localised), ...alone];
}
