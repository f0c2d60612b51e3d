/** Decodes an edition file; what it returns can be believed: every id resolves and every cell is printed once. */
import * as v from 'valibot';
import { decode } from '../lib/decode.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import { checkEdition } from './check-edition.ts';
import type { FormEdition, LayoutValue } from './edition.ts';

const id = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9]+$/u, 'an id of letters and digits'));
const words = v.pipe(v.string(), v.minLength(1));
const span = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1);

const column = v.strictObject({
  id,
  label: words,
  en: words,
  value: v.picklist(['count', 'change', 'amount']),
  unit: v.exactOptional(v.nullable(v.picklist(['元', '万元']))),
});
const row = v.strictObject({
  id,
  path: v.pipe(v.array(words), v.minLength(1)),
  short: words,
  en: words,
  guidance: v.exactOptional(v.strictObject({ zh: words, en: words, basis: v.exactOptional(words) })),
  columns: v.optional(v.array(id)),
});
const line = v.strictObject({
  kind: v.picklist(['heading', 'header', 'data']),
  labels: v.optional(v.array(v.strictObject({ text: v.string(), colSpan: span, rowSpan: span })), []),
  values: v.optional(v.array(v.strictObject({ row: id, column: v.union([id, v.literal('*')]), colSpan: span })), []),
});
const total = v.strictObject({
  over: v.picklist(['rows', 'columns']),
  target: id,
  terms: v.pipe(v.array(id), v.minLength(1)),
  of: v.pipe(v.array(id), v.minLength(1)),
});
const table = v.strictObject({
  id,
  number: words,
  heading: words,
  short: words,
  en: words,
  widths: v.array(v.pipe(v.number(), v.minValue(1))),
  columns: v.pipe(v.array(column), v.minLength(1)),
  rows: v.pipe(v.array(row), v.minLength(1)),
  layout: v.array(line),
  totals: v.array(total),
});
const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2999));
const editionSchema = v.strictObject({
  format: v.literal('nianbao.edition/1'),
  id: words,
  title: words,
  document: words,
  reportYears: v.strictObject({ from: year, to: v.nullable(year) }),
  preamble: v.strictObject({ id, zh: words, en: words }),
  order: v.array(id),
  sections: v.array(v.strictObject({ id, number: words, heading: words, en: words, topics: v.array(words) })),
  tables: v.pipe(v.array(table), v.minLength(1)),
});

/** Decodes the JSON value of `edition.json`; `file` names it in problems. */
export function decodeEdition(input: unknown, file: string): Outcome<FormEdition> {
  const decoded = decode(editionSchema, input, 'edition/malformed', { file });
  if (!decoded.ok) return decoded;
  const edition: FormEdition = {
    ...decoded.value,
    tables: decoded.value.tables.map((raw) => {
      const allColumns = raw.columns.map((each) => each.id);
      const rows = raw.rows.map((each) => ({ ...each, columns: each.columns ?? allColumns }));
      const columnsOf = (rowId: string) => rows.find((each) => each.id === rowId)?.columns ?? [];
      const layout = raw.layout.map((each) => ({
        ...each,
        values: each.values.flatMap((value): LayoutValue[] =>
          value.column === '*'
            ? columnsOf(value.row).map((columnId) => ({ row: value.row, column: columnId, colSpan: value.colSpan }))
            : [value],
        ),
      }));
      return { ...raw, rows, layout };
    }),
  };
  const fault = checkEdition(edition);
  return fault === null ? ok(edition) : fail(problem('edition/inconsistent', { file, ...fault }));
}
