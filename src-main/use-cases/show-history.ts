/** What happened to a filing, or to one of its cells, in words. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import { tellHistory, type History } from '#core/text/tell-history.ts';
import type { Desk } from '../filings/change-filing.ts';

/** More than anybody reads in a list. */
const most = 500;

/** filing/unknown-cell when the filing's edition has no such cell. */
export function showHistory(desk: Desk, id: string, cell: CellKey | null): Outcome<History> {
  const stored = desk.workspace.readFiling(id);
  if (!stored.ok) return stored;
  const edition = editionById(desk.editions, stored.value.filing.edition.id);
  if (!edition.ok) return edition;
  const { form } = edition.value;
  if (cell !== null && !form.cellByKey.has(cell)) {
    return fail(problem('filing/unknown-cell', { file: '—', place: 'cells', edition: edition.value.id, cell }));
  }
  return ok(tellHistory(form, desk.workspace.journalBack(id), { cell, most }));
}
