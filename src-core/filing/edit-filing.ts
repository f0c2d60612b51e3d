/** The edits of a filing in the user's words, as functions from state to state; what they need is decoded before. */
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import type { CellKey } from '../form/cell-key.ts';
import { applyEdits, canBeTotal, changedCells, computeTotal } from '../form/edit-cells.ts';
import type { AmountUnit } from '../form/edition.ts';
import { enterTexts, type CellText } from '../form/enter-text.ts';
import type { Form } from '../form/form.ts';
import type { Filing } from './filing.ts';

/** A filing at work: its values, and typed text that is not (yet) a value. */
export type WorkingFiling = { readonly filing: Filing; readonly pending: Readonly<Record<CellKey, string>> };

/** Enters typed texts; computed and unknown cells are refused as a whole, so that nothing is half-applied. */
export function enterCells(form: Form, working: WorkingFiling, texts: readonly CellText[]): Outcome<WorkingFiling> {
  for (const { cell } of texts) {
    const known = form.cellByKey.get(cell);
    if (known === undefined) return fail(unknownCell(form, cell));
    if (known.computed) return fail(problem('filing/computed-cell', { cell }));
  }
  const { filing, pending } = working;
  const entered = enterTexts(form, { cells: filing.cells, pending, cellUnits: filing.cellUnits }, texts);
  return ok({ filing: { ...filing, cells: entered.cells, cellUnits: entered.cellUnits }, pending: entered.pending });
}

/** Replaces a stated total by the sum of its parts. @returns filing/bad-value when stated parts add up to more than 18 digits. */
export function acceptTotal(form: Form, working: WorkingFiling, cell: CellKey): Outcome<WorkingFiling> {
  const total = form.totals.find((each) => each.target === cell);
  if (total === undefined) return fail(unknownCell(form, cell));
  const { filing } = working;
  const value = computeTotal(filing.cells, total);
  if (!canBeTotal(value))
    return fail(problem('filing/bad-value', { file: '—', place: 'cells', cell, value: String(value), reason: 'too-large' }));
  const cells = applyEdits(form, filing.cells, [{ cell, value }]);
  return ok({ ...working, filing: { ...filing, cells } });
}

/** Says in which unit an amount is given whose unit the form leaves open. */
export function chooseUnit(form: Form, working: WorkingFiling, cell: CellKey, unit: AmountUnit): Outcome<WorkingFiling> {
  if (form.cellByKey.get(cell)?.unitOpen !== true) return fail(unknownCell(form, cell));
  const { filing } = working;
  return ok({ ...working, filing: { ...filing, cellUnits: { ...filing.cellUnits, [cell]: unit } } });
}

/** Writes a note on a cell; an empty one takes it away. */
export function noteCell(form: Form, working: WorkingFiling, cell: CellKey, text: string): Outcome<WorkingFiling> {
  if (!form.cellByKey.has(cell)) return fail(unknownCell(form, cell));
  const { filing } = working;
  const { [cell]: _before, ...others } = filing.cellNotes;
  const note = text.trim();
  return ok({ ...working, filing: { ...filing, cellNotes: note === '' ? others : { ...others, [cell]: note } } });
}

/** After an export, the first edit begins the next revision, which names the bundle that it will replace. */
export function beginAmendment(filing: Filing, exportedDigest: string): Filing {
  if (filing.revision.previousBundleDigest === exportedDigest) return filing;
  return { ...filing, revision: { number: filing.revision.number + 1, previousBundleDigest: exportedDigest, changes: [] } };
}

/** The revision's changed cells against the filing exported last, each with the reason given for the amendment. */
export function stateChanges(form: Form, filing: Filing, exported: Filing, reason: string): Filing {
  const changes = changedCells(form, exported.cells, filing.cells).map((each) => ({ ...each, reason }));
  return { ...filing, revision: { ...filing.revision, changes } };
}

function unknownCell(form: Form, cell: string) {
  return problem('filing/unknown-cell', { file: '—', place: 'cells', edition: form.edition.id, cell });
}
