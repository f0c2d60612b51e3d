/** Decodes a filing file: unknown formats, editions and keys are refused with their name, nothing is dropped. */
import * as v from 'valibot';
import { decode } from '../lib/decode.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import { isCellKey } from '../form/cell-key.ts';
import { amountUnits, coversYear, type Form } from '../form/form.ts';
import { unitLevels } from '../form/unit-level.ts';
import { valueAt } from '../form/edit-cells.ts';
import { editionById, type LoadedEdition } from '../rules/loaded-edition.ts';
import { attachmentLimitBytes, attachmentName } from './attachment.ts';
import { decodeCells } from './decode-cells.ts';
import { filingFormat, standardTitle, type Filing } from './filing.ts';

/** Half a character (a lone surrogate) has no UTF-8 form and so no digest. */
const wellFormed = v.regex(/^\P{Surrogate}*$/u, 'whole characters');
const text = v.pipe(v.string(), v.maxLength(1_000_000), wellFormed);
/** Names go into certificates, file names and terminals: no control or invisible characters. */
const visible = v.regex(/^\P{C}*$/u, 'no control or invisible characters');
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500), wellFormed, visible);
/** An explanation says something. */
export const explanation = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000), wellFormed);
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'a SHA-256 digest in 64 hexadecimal digits'));
export const cellKeySchema = v.pipe(v.string(), v.guard(isCellKey, 'table.row.column'));
/** The same as the key of a record, whose other keys TypeScript would take for missing. */
const cell = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9]+\.[a-zA-Z0-9]+\.[a-zA-Z0-9]+$/u, 'table.row.column'));
const rawValue = v.nullable(v.union([v.string(), v.number()]));
const inline = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text }),
  v.strictObject({ kind: v.literal('figure'), cell: cellKeySchema }),
]);
const block = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), level: v.picklist([2, 3]), content: v.array(inline) }),
  v.strictObject({ kind: v.literal('paragraph'), content: v.array(inline) }),
  v.strictObject({ kind: v.literal('list'), ordered: v.boolean(), items: v.array(v.array(inline)) }),
]);

const attachmentSchema = v.strictObject({
  name: v.pipe(
    v.string(),
    v.check((name) => attachmentName(name) === name, 'a file name without folders'),
  ),
  digest,
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(attachmentLimitBytes)),
  mediaType: words,
});

/** The unit of a filing, as it stands in files and arrives from screens. */
export const unitSchema = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,32}$/u, 'a code of 1 to 32 digits or letters')),
  // As many characters as a certificate can hold (RFC 5280, appendix A.1).
  name: v.pipe(words, v.maxLength(64)),
  creditCode: v.nullable(words),
  level: v.picklist(unitLevels),
});
export const reportYearSchema = v.pipe(v.number(), v.integer(), v.minValue(2008), v.maxValue(2999));
export const narrativeSchema = v.record(v.string(), v.array(block));

/** The members of a filing as they stand in JSON; `decodeFiling` alone says whether they fit together. */
export const filingSchema = v.strictObject({
  format: v.literal(filingFormat),
  unit: unitSchema,
  reportYear: reportYearSchema,
  edition: v.strictObject({ id: words, digest }),
  title: v.optional(words),
  cells: v.record(cell, rawValue),
  cellUnits: v.optional(v.record(cell, v.picklist(amountUnits)), {}),
  tableNotes: v.record(v.string(), text),
  cellNotes: v.record(cell, text),
  narrative: narrativeSchema,
  justifications: v.array(
    v.strictObject({
      rule: words,
      section: v.optional(v.nullable(words), null),
      values: v.record(cell, rawValue),
      priorValues: v.optional(v.record(cell, rawValue), {}),
      sentence: v.optional(v.nullable(text), null),
      matter: v.optional(v.nullable(text), null),
      text: explanation,
      author: v.nullable(text),
    }),
  ),
  people: v.strictObject({
    preparer: v.nullable(text),
    reviewer: v.nullable(text),
    signatory: v.nullable(text),
    phone: v.nullable(text),
  }),
  attachments: v.optional(v.array(attachmentSchema), []),
  revision: v.strictObject({
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    previousBundleDigest: v.nullable(digest),
    changes: v.array(v.strictObject({ cell: cellKeySchema, from: rawValue, to: rawValue, reason: text })),
  }),
});

/**
 * Decodes the JSON value of a filing file against the editions at hand. The edition's digest is carried but not
 * compared here: whether other rules than ours may be believed depends on what the filing is wanted for.
 */
export function decodeFiling(input: unknown, editions: readonly LoadedEdition[], file: string): Outcome<Filing> {
  const format: unknown = typeof input === 'object' && input !== null && 'format' in input ? input.format : undefined;
  if (format !== filingFormat) {
    return fail(problem('filing/unknown-format', { file, format: typeof format === 'string' ? format : '—', known: filingFormat }));
  }
  const hidden = hiddenKey(input, '');
  if (hidden !== null) return fail(problem('filing/unknown-cell', { file, place: hidden.place, edition: '—', cell: hidden.key }));
  const decoded = decode(filingSchema, input, 'filing/malformed', { file });
  if (!decoded.ok) return decoded;
  const raw = decoded.value;
  const edition = editionById(editions, raw.edition.id);
  if (!edition.ok) return fail({ ...edition.problem, details: { ...edition.problem.details, file } });
  if (!coversYear(edition.value.form.edition, raw.reportYear)) {
    const { from, to } = edition.value.form.edition.reportYears;
    return fail(problem('edition/wrong-for-year', { file, year: raw.reportYear, edition: raw.edition.id, years: `${from}–${to ?? ''}` }));
  }
  const { form } = edition.value;
  const stranger = strangerIn(raw, form);
  if (stranger !== null) return fail(problem('filing/unknown-cell', { file, edition: raw.edition.id, ...stranger }));
  const cells = decodeCells(raw.cells, form, { file, place: 'cells' });
  if (!cells.ok) return cells;
  const justifications = [];
  for (const [index, each] of raw.justifications.entries()) {
    const place = `justifications.${String(index)}`;
    const values = decodeCells(each.values, form, { file, place: `${place}.values` });
    if (!values.ok) return values;
    const priorValues = decodeCells(each.priorValues, form, { file, place: `${place}.priorValues` });
    if (!priorValues.ok) return priorValues;
    justifications.push({ ...each, values: values.value, priorValues: priorValues.value });
  }
  const changes = [];
  for (const [index, each] of raw.revision.changes.entries()) {
    const values = decodeCells({ from: each.from, to: each.to }, form, { file, place: `revision.changes.${String(index)}` }, each.cell);
    if (!values.ok) return values;
    changes.push({ ...each, from: values.value['from'] ?? null, to: values.value['to'] ?? null });
  }
  return ok({
    ...raw,
    title: raw.title ?? standardTitle(raw.unit.name, raw.reportYear),
    cells: Object.fromEntries(form.cells.map(({ key }) => [key, valueAt(cells.value, key)])),
    justifications,
    revision: { ...raw.revision, changes },
  });
}

/** Keys that JavaScript objects have anyway: the schema would pass over them in silence, and nothing is dropped so. */
function hiddenKey(value: unknown, place: string): { place: string; key: string } | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    const each = (value as Readonly<Record<string, unknown>>)[key];
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return { place: place === '' ? '(root)' : place, key };
    if (typeof each !== 'object' || each === null) continue;
    const found = hiddenKey(each, place === '' ? key : `${place}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

type RawFiling = v.InferOutput<typeof filingSchema>;

/** The first key that names no cell, table or section of the edition. */
function strangerIn(raw: RawFiling, form: Form): { place: string; cell: string } | null {
  const sections = [form.edition.preamble.id, ...form.edition.sections.map((each) => each.id)];
  const figures = Object.values(raw.narrative)
    .flat()
    .flatMap((each) => (each.kind === 'list' ? each.items.flat() : each.content));
  const places: [string, readonly string[], (key: string) => boolean][] = [
    ['cells', Object.keys(raw.cells), (key) => form.cellByKey.has(key)],
    ['cellUnits', Object.keys(raw.cellUnits), (key) => form.cellByKey.get(key)?.unitOpen === true],
    ['cellNotes', Object.keys(raw.cellNotes), (key) => form.cellByKey.has(key)],
    ['tableNotes', Object.keys(raw.tableNotes), (key) => form.edition.tables.some((table) => table.id === key)],
    ['narrative', Object.keys(raw.narrative), (key) => sections.includes(key)],
    ['narrative', figures.flatMap((each) => (each.kind === 'figure' ? [each.cell] : [])), (key) => form.cellByKey.has(key)],
    ['justifications', raw.justifications.flatMap((each) => each.section ?? []), (key) => sections.includes(key)],
    ['justifications', raw.justifications.flatMap((each) => Object.keys(each.values)), (key) => form.cellByKey.has(key)],
    ['justifications', raw.justifications.flatMap((each) => Object.keys(each.priorValues)), (key) => form.cellByKey.has(key)],
    ['revision.changes', raw.revision.changes.map((each) => each.cell), (key) => form.cellByKey.has(key)],
  ];
  for (const [place, keys, isKnown] of places) {
    const cell = keys.find((key) => !isKnown(key));
    if (cell !== undefined) return { place, cell };
  }
  return null;
}
