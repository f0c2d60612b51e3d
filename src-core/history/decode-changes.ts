/** Reads changes back from the journal's JSON: kinds and members that are not known are refused, nothing is dropped. */
import * as v from 'valibot';
import { decode } from '../lib/decode.ts';
import type { Outcome } from '../lib/outcome.ts';
import { amountUnits } from '../form/form.ts';
import { cellKeySchema, filingSchema } from '../filing/decode-filing.ts';
import type { FilingChange } from './change.ts';
import { roles } from './compare-filings.ts';

const { unit, reportYear, edition, justifications, people, attachments, revision, narrative } = filingSchema.entries;
const blocks = narrative.value;
const cell = cellKeySchema;
const value = v.nullable(v.union([v.string(), v.number()]));
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const words = v.nullable(v.string());

/** Values are of the shapes that filings have; whether they fit the edition, the filing they make is asked. */
const changeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('cell'), cell, from: value, to: value }),
  v.strictObject({
    kind: v.literal('cell-unit'),
    cell,
    from: v.nullable(v.picklist(amountUnits)),
    to: v.nullable(v.picklist(amountUnits)),
  }),
  v.strictObject({ kind: v.literal('pending'), cell, from: words, to: words }),
  v.strictObject({ kind: v.literal('cell-note'), cell, from: words, to: words }),
  v.strictObject({ kind: v.literal('table-note'), table: v.string(), from: words, to: words }),
  v.strictObject({ kind: v.literal('section'), section: v.string(), from: v.nullable(blocks), to: v.nullable(blocks) }),
  v.strictObject({ kind: v.literal('blocks'), section: v.string(), at: place, from: blocks, to: blocks }),
  v.strictObject({
    kind: v.literal('wording'),
    section: v.string(),
    block: place,
    run: place,
    at: place,
    before: v.string(),
    after: v.string(),
    from: v.string(),
    to: v.string(),
  }),
  v.strictObject({
    kind: v.literal('justification'),
    at: place,
    from: v.nullable(justifications.item),
    to: v.nullable(justifications.item),
  }),
  v.strictObject({ kind: v.literal('person'), role: v.picklist(roles), from: people.entries.preparer, to: people.entries.preparer }),
  v.strictObject({
    kind: v.literal('attachment'),
    name: v.string(),
    from: v.nullable(attachments.wrapped.item),
    to: v.nullable(attachments.wrapped.item),
  }),
  v.strictObject({ kind: v.literal('title'), from: v.string(), to: v.string() }),
  v.strictObject({ kind: v.literal('unit'), from: unit, to: unit }),
  v.strictObject({ kind: v.literal('report-year'), from: reportYear, to: reportYear }),
  v.strictObject({ kind: v.literal('revision'), from: revision, to: revision }),
  v.strictObject({ kind: v.literal('edition'), from: edition, to: edition }),
]);
const changesSchema = v.array(changeSchema);

/** history/malformed { seq, place, expected, received }, where `seq` is the entry of the journal. */
export function decodeChanges(input: unknown, seq: number): Outcome<readonly FilingChange[]> {
  return decode<readonly FilingChange[]>(changesSchema, input, 'history/malformed', { seq });
}
