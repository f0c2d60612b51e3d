/** Columns that look as if one had been copied from the other, wholly or nearly. */
import type { Language } from '../lib/bilingual.ts';
import { compareExact, sameValue, sumExact, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Form, FormCell } from '../form/form.ts';
import type { Finding } from './finding.ts';
import { columnLabel, rowLabel } from './labels.ts';
import { makeFinding } from './make-finding.ts';
import type { Pattern, PatternRule } from './pattern-rule.ts';
import { valueNow, type PlacedValues } from './placed-values.ts';
import { unrollPattern } from './unrolled-pattern.ts';

type Column = { readonly cells: readonly FormCell[]; readonly values: readonly NonNullable<CellValue>[] };

/** Blank counts as 0. One finding for each pair. */
export function findRepeatedColumns(
  form: Form,
  rule: PatternRule,
  pattern: Extract<Pattern, { shape: 'repeatedColumn' }>,
  values: PlacedValues,
): Finding[] {
  return pairsOf(form, rule, values).flatMap(([here, there]) => {
    if (differingRows(here, there, 0) === null || !isAtLeast(here.values, pattern.minimum)) return [];
    const places = (language: Language) => namesOf(here, there, language);
    return [makeFinding(rule, keysOf(here, there), { zh: places('zh'), en: places('en') })];
  });
}

/** Columns that are wholly the same are left to the other shape. */
export function findSimilarColumns(
  form: Form,
  rule: PatternRule,
  pattern: Extract<Pattern, { shape: 'similarColumn' }>,
  values: PlacedValues,
): Finding[] {
  return pairsOf(form, rule, values).flatMap(([here, there]) => {
    const differing = differingRows(here, there, pattern.differing);
    if (differing === null || differing.length === 0) return [];
    const alike = here.values.filter((value, at) => !differing.includes(at) && compareExact(value, 0) !== 0);
    if (alike.length < pattern.alike || !isAtLeast(alike, pattern.minimum)) return [];
    const rows = (language: Language) => labelsAt(here, differing, language);
    return [
      makeFinding(rule, keysOf(here, there), {
        zh: { ...namesOf(here, there, 'zh'), count: alike.length, rows: rows('zh').join('、') },
        en: { ...namesOf(here, there, 'en'), count: alike.length, rows: rows('en').join(', ') },
      }),
    ];
  });
}

function pairsOf(form: Form, rule: PatternRule, values: PlacedValues): readonly (readonly [Column, Column])[] {
  const all = unrollPattern(form, rule).columns.map((cells): Column => ({
    cells,
    values: cells.map((cell) => valueNow(values, cell) ?? 0),
  }));
  const pairs: (readonly [Column, Column])[] = [];
  for (const [index, here] of all.entries()) for (let at = index + 1; at < all.length; at += 1) pairs.push([here, all[at] ?? here]);
  return pairs;
}

/** The places of the rows that differ, or null when there are more than `most`. */
function differingRows(here: Column, there: Column, most: number): readonly number[] | null {
  const differing: number[] = [];
  for (let at = 0; at < here.values.length; at += 1) {
    if (sameValue(here.values[at] ?? null, there.values[at] ?? null)) continue;
    differing.push(at);
    if (differing.length > most) return null;
  }
  return differing;
}

function isAtLeast(values: readonly CellValue[], minimum: number): boolean {
  const sum = sumExact(values.map((value) => ({ coefficient: 1, value })));
  return sum !== null && compareExact(sum, minimum) >= 0;
}

function keysOf(here: Column, there: Column): readonly CellKey[] {
  return [...here.cells, ...there.cells].map(({ key }) => key);
}

function labelsAt({ cells }: Column, rows: readonly number[], language: Language): readonly string[] {
  return rows.flatMap((at) => {
    const cell = cells[at];
    return cell === undefined ? [] : [rowLabel(cell)[language]];
  });
}

function namesOf(here: Column, there: Column, language: Language) {
  const [column = '', other = ''] = [here, there].map(({ cells: [first] }) => (first === undefined ? '' : columnLabel(first)[language]));
  return { column, other };
}
