/** Decodes a rule book for an edition: unknown kinds, missing clauses and dangling cells are refused with their place. */
import * as v from 'valibot';
import { decode } from '../lib/decode.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import type { FormEdition } from '../form/edition.ts';
import { relations, severities, type LinearRule, type Rule, type RuleBook } from './rule.ts';

const words = v.pipe(v.string(), v.trim(), v.minLength(1));
const base = {
  code: v.pipe(v.string(), v.regex(/^[A-Z]\d*-\d+$/u, 'a rule code such as T3-1')),
  severity: v.picklist(severities),
  table: words,
  clause: words,
  message: v.strictObject({ zh: words, en: words }),
};
const term = v.strictObject({
  row: v.exactOptional(words),
  column: v.exactOptional(words),
  coefficient: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
});
const terms = v.pipe(v.array(term), v.minLength(1));
const ruleSchema = v.variant('kind', [
  v.strictObject({
    ...base,
    kind: v.literal('linear'),
    over: v.picklist(['rows', 'columns']),
    of: v.pipe(v.array(words), v.minLength(1)),
    left: terms,
    relation: v.picklist(relations),
    right: terms,
  }),
  v.strictObject({ ...base, kind: v.literal('integer') }),
  v.strictObject({ ...base, kind: v.literal('nonNegative') }),
  v.strictObject({ ...base, kind: v.literal('required') }),
]);
const ruleBookSchema = v.strictObject({
  format: v.literal('nianbao.rules/1'),
  edition: words,
  rules: v.pipe(v.array(ruleSchema), v.minLength(1)),
});

/** Decodes the JSON value of `rules.json` against its edition; `file` names it in problems. */
export function decodeRules(input: unknown, edition: FormEdition, file: string): Outcome<RuleBook> {
  const decoded = decode(ruleBookSchema, input, 'edition/malformed', { file });
  if (!decoded.ok) return decoded;
  const book = decoded.value;
  const inconsistent = (place: string, reason: string) => fail(problem('edition/inconsistent', { file, place, reason }));
  if (book.edition !== edition.id) return inconsistent('edition', `the rules are for edition ${book.edition}, not ${edition.id}`);
  for (const [index, rule] of book.rules.entries()) {
    const place = `rules.${String(index)} (${rule.code})`;
    if (book.rules.findIndex((each) => each.code === rule.code && each.kind === rule.kind) !== index) {
      return inconsistent(place, 'the code is used twice for the same kind');
    }
    const reason = danglingIn(rule, edition);
    if (reason !== null) return inconsistent(place, reason);
  }
  return ok(book);
}

function danglingIn(rule: Rule, edition: FormEdition): string | null {
  const table = edition.tables.find((each) => each.id === rule.table);
  if (table === undefined) return `no such table: ${rule.table}`;
  if (rule.kind !== 'linear') return null;
  for (const each of rule.of) {
    for (const cell of cellsOfLinear(rule, each)) {
      const row = table.rows.find((candidate) => candidate.id === cell.row);
      if (row?.columns.includes(cell.column) !== true) return `no such cell: ${rule.table}.${cell.row}.${cell.column}`;
    }
  }
  return null;
}

function cellsOfLinear(rule: LinearRule, each: string): { row: string; column: string }[] {
  return [...rule.left, ...rule.right].map((one) => ({
    row: one.row ?? (rule.over === 'rows' ? each : ''),
    column: one.column ?? (rule.over === 'columns' ? each : ''),
  }));
}
