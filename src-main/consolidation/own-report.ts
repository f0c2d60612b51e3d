/** The superior's own report takes its tables from the sum: shown first, then done as one step of undo with its provenance. */
import { changedCells } from '#core/form/edit-cells.ts';
import { takeSum } from '#core/consolidation/take-sum.ts';
import { acceptedOf } from '#core/consolidation/movements.ts';
import type { WorkingFiling } from '#core/filing/edit-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import type { OwnPreviewView } from '#core/ipc/consolidation-views.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { sumNoteUnder } from '#core/consolidation/sum-note.ts';
import { changeFiling, type Desk } from '../filings/change-filing.ts';
import { sha256Hex } from '../signing/digest.ts';
import { writeAccepted } from './accepted-sum.ts';
import type { YearSum } from './sum-year.ts';

type Change = Pick<OwnPreviewView, 'differences' | 'notes'> & { readonly before: Filing; readonly after: Filing };

/** What taking the sum would change, in the report as it is or in a blank one. */
export function ownChange(sum: YearSum): Change {
  const { edition } = sum.consolidation;
  const stored = sum.own ?? { filing: newFiling(sum.superior, sum.year, edition), pending: {} };
  const [before, after] = [stored.filing, taken(sum, stored).filing];
  const notes = edition.form.edition.tables.flatMap(({ id: table }) => {
    const [from, to] = [before.tableNotes[table] ?? null, after.tableNotes[table] ?? null];
    return from === to ? [] : [{ table, from, to }];
  });
  return { before, after, differences: changedCells(edition.form, before.cells, after.cells), notes };
}

/** consolidation/nothing-counted where no unit's figures are in the sum. */
export function previewOwn(sum: YearSum): Outcome<OwnPreviewView> {
  const { consolidation, year, own } = sum;
  if (consolidation.contributors.length === 0) return fail(problem('consolidation/nothing-counted', { year }));
  const { before, after, differences, notes } = ownChange(sum);
  // Whatever is shown, and whatever it was made of: both may have changed when the user has decided.
  const token = sha256Hex(canonicalJson({ before, after, sources: acceptedOf(consolidation) }));
  return ok({ token, isNew: own === null, differences, notes, sources: consolidation.contributors.length });
}

/** The id of the report. consolidation/preview-outdated, filing/approved, or why it cannot be changed. */
export async function takeOwn(desk: Desk, sum: YearSum, token: string): Promise<Outcome<string>> {
  const preview = previewOwn(sum);
  if (!preview.ok) return preview;
  const { superior, year, consolidation } = sum;
  if (preview.value.token !== token) return fail(problem('consolidation/preview-outdated', { year }));
  const id = sum.own === null ? await begin(desk, sum) : ok(sum.own.id);
  if (!id.ok) return id;
  const sources = acceptedOf(consolidation);
  const sha256 = sha256Hex(canonicalJson(sources));
  const changed = await changeFiling(desk, {
    id: id.value,
    action: 'filing/take-sum',
    detail: { units: consolidation.contributors.length, sha256, sources, unit: superior.code },
    work: (stored) => ok(taken(sum, stored)),
  });
  if (!changed.ok) return changed;
  await writeAccepted(desk.workspace, year, sources, sources);
  return id;
}

function begin({ workspace }: Desk, { superior, year, consolidation }: YearSum): Promise<Outcome<string>> {
  const entry = { actor: '填报人', action: 'filing/create', detail: { unit: superior.code, year } };
  return workspace.addFiling(newFiling(superior, year, consolidation.edition), entry);
}

function taken({ consolidation, filing }: YearSum, working: WorkingFiling): WorkingFiling {
  return takeSum(working, consolidation.sums, (table, present) => sumNoteUnder(present, filing.tableNotes[table] ?? null));
}
