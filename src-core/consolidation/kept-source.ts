/** A source as it is kept between sessions: by cell, so that it is read rightly whatever the form's order has become. */
import * as v from 'valibot';
import { decode, parseJson } from '../lib/decode.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import { isCellKey, type CellKey } from '../form/cell-key.ts';
import { amountUnits, type Form } from '../form/form.ts';
import { unitSchema } from '../filing/decode-filing.ts';
import type { Finding } from '../rules/finding.ts';
import { severities } from '../rules/rule-base.ts';
import { relations } from '../rules/rule.ts';
import { editionById, type LoadedEdition } from '../rules/loaded-edition.ts';
import type { Source } from './source.ts';

const format = 'nianbao.source/1';
const key = v.custom<CellKey>((input) => typeof input === 'string' && isCellKey(input), 'table.row.column');
const keyOfRecord = v.pipe(v.string(), v.regex(/^\w+\.\w+\.\w+$/u, 'table.row.column'));
const value = v.nullable(v.union([v.string(), v.pipe(v.number(), v.safeInteger())]));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'a SHA-256 digest'));
const bilingual = v.strictObject({ zh: v.string(), en: v.string() });
const operand = v.strictObject({ cell: key, label: bilingual, coefficient: v.number(), value, isPrior: v.boolean() });
const finding = v.strictObject({
  code: v.string(),
  kind: v.custom<Finding['kind']>((input) => typeof input === 'string', 'the kind of a rule'),
  severity: v.picklist(severities),
  clause: v.string(),
  table: v.nullable(v.string()),
  section: v.nullable(v.string()),
  quotation: v.null(),
  cells: v.array(key),
  relation: v.nullable(v.picklist(relations)),
  leftOperands: v.array(operand),
  rightOperands: v.array(operand),
  left: value,
  right: value,
  difference: value,
  message: bilingual,
  suspects: v.array(v.strictObject({ cell: key, value })),
});

const schema = v.strictObject({
  format: v.literal(format),
  file: v.string(),
  kind: v.picklist(['bundle', 'filing', 'report']),
  sourceDigest: digest,
  contentDigest: digest,
  bundleDigest: v.nullable(digest),
  signature: v.picklist(['valid', 'untrusted', 'unsigned']),
  signerFingerprint: v.nullable(digest),
  wrong: v.array(finding),
  notUnderstood: v.array(v.string()),
  unit: unitSchema,
  reportYear: v.number(),
  editionId: v.string(),
  revision: v.strictObject({ number: v.number(), previousBundleDigest: v.nullable(digest) }),
  cells: v.record(keyOfRecord, value),
  amountUnits: v.record(keyOfRecord, v.picklist(amountUnits)),
  justifications: v.array(
    v.strictObject({
      rule: v.string(),
      section: v.nullable(v.string()),
      values: v.record(keyOfRecord, value),
      priorValues: v.record(keyOfRecord, value),
      sentence: v.nullable(v.string()),
      matter: v.nullable(v.string()),
      text: v.string(),
      author: v.nullable(v.string()),
    }),
  ),
});

/** JSON text; blank cells are left out. */
export function keepSource({ values, ...rest }: Source, form: Form): string {
  const cells = form.cells.flatMap(({ key: cell }, index) => {
    const stated = values[index] ?? null;
    return stated === null ? [] : [[cell, stated] as const];
  });
  // The error of a figure quotes no prose.
  const wrong = rest.wrong.map((each) => ({ ...each, quotation: null }));
  return JSON.stringify({ format, ...rest, wrong, cells: Object.fromEntries(cells) });
}

/** @returns filing/malformed, edition/unknown, or filing/unknown-cell where the form has changed under the same name. */
export function readKeptSource(text: string, editions: readonly LoadedEdition[], file: string): Outcome<Source> {
  const json = parseJson(text, { file });
  const decoded = json.ok ? decode(schema, json.value, 'filing/malformed', { file }) : json;
  if (!decoded.ok) return decoded;
  const { cells, format: _format, ...rest } = decoded.value;
  const edition = editionById(editions, rest.editionId);
  if (!edition.ok) return edition;
  const { form } = edition.value;
  const stated = new Map(Object.entries(cells));
  const stranger = [...stated.keys()].find((cell) => !isCellKey(cell) || !form.cellByKey.has(cell));
  if (stranger !== undefined)
    return fail(problem('filing/unknown-cell', { file, place: 'cells', edition: rest.editionId, cell: stranger }));
  return ok({ ...rest, values: form.cells.map(({ key: cell }) => stated.get(cell) ?? null) });
}
