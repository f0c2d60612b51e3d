/** Decodes a rule book for an edition: unknown kinds, missing clauses and dangling cells are refused with their place. */
import { assertNever } from '../lib/assert-never.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { decode } from '../lib/decode.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import type { FormEdition, FormTable } from '../form/edition.ts';
import { ruleBookSchema } from './rule-schema.ts';
import type { LinearRule, PatternRule, Rule, RuleBook, Term } from './rule.ts';

/** Decodes the JSON value of `rules.json` against its edition; `file` names it in problems. */
export function decodeRules(input: unknown, edition: FormEdition, file: string): Outcome<RuleBook> {
  const decoded = decode(ruleBookSchema, input, 'edition/malformed', { file });
  if (!decoded.ok) return decoded;
  const book = decoded.value;
  const inconsistent = (place: string, reason: string) => fail(problem('edition/inconsistent', { file, place, reason }));
  if (book.edition !== edition.id) return inconsistent('edition', `the rules are for edition ${book.edition}, not ${edition.id}`);
  for (const [index, rule] of book.rules.entries()) {
    const place = `rules.${String(index)} (${rule.code})`;
    const text = canonicalJson(rule);
    if (book.rules.findIndex((each) => canonicalJson(each) === text) !== index) return inconsistent(place, 'the rule stands there twice');
    const reason = faultIn(rule, edition);
    if (reason !== null) return inconsistent(place, reason);
  }
  return ok(book);
}

type Place = { readonly table: string; readonly row: string; readonly column: string };

function faultIn(rule: Rule, edition: FormEdition): string | null {
  const table = edition.tables.find((each) => each.id === rule.table);
  if (table === undefined) return `no such table: ${rule.table}`;
  if (rule.kind === 'linear') {
    const isCompared = termsOf(rule).some((term) => term.prior === true);
    if (isCompared && rule.unchecked === undefined) return 'a rule about last year says nothing for when it is missing';
    if (termsOf(rule).some(isOdd)) return 'a term names either cells or a constant';
    const isOfThisYear = ({ constant, prior }: Term) => constant === undefined && prior !== true;
    if (![...rule.left, ...rule.right].some(isOfThisYear)) return 'the comparison names no cell of this year';
  }
  const rowOf = (place: Place) => edition.tables.find((each) => each.id === place.table)?.rows.find((each) => each.id === place.row);
  const stranger = cellsOf(rule, table).find((place) => rowOf(place)?.columns.includes(place.column) !== true);
  return stranger === undefined ? null : `no such cell: ${stranger.table}.${stranger.row}.${stranger.column}`;
}

function termsOf({ left, right, when }: LinearRule): readonly Term[] {
  return [...left, ...right, ...(when?.left ?? []), ...(when?.right ?? [])];
}

function isOdd({ constant, table, row, column, prior }: Term): boolean {
  if (constant === undefined) return row === undefined && column === undefined;
  return [table, row, column, prior].some((each) => each !== undefined);
}

function cellsOf(rule: Rule, table: FormTable): readonly Place[] {
  switch (rule.kind) {
    case 'linear':
      return rule.of.flatMap((each) =>
        termsOf(rule)
          .filter((term) => term.constant === undefined)
          .map((term) => ({
            table: term.table ?? rule.table,
            row: term.row ?? (rule.over === 'rows' ? each : ''),
            column: term.column ?? (rule.over === 'columns' ? each : ''),
          })),
      );
    case 'applies':
      return rule.rows.flatMap((row) =>
        (table.rows.find((each) => each.id === row)?.columns ?? ['(no such row)']).map((column) => ({ table: rule.table, row, column })),
      );
    case 'change':
      return rule.cells.map((each) => ({ table: rule.table, ...each }));
    case 'pattern':
      return cellsOfPattern(rule.pattern).map((each) => ({ table: rule.table, ...each }));
    case 'integer':
    case 'nonNegative':
    case 'required':
      return [];
    default:
      return assertNever(rule);
  }
}

function cellsOfPattern(pattern: PatternRule['pattern']): readonly Omit<Place, 'table'>[] {
  switch (pattern.shape) {
    case 'repeatedColumn':
      return pattern.columns.flatMap((column) => pattern.rows.map((row) => ({ row, column })));
    case 'singlePart':
      return pattern.columns.flatMap((column) => [pattern.whole, ...pattern.parts].map((row) => ({ row, column })));
    case 'wholeAmount':
      return [pattern];
    default:
      return assertNever(pattern);
  }
}
