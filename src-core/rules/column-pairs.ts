/** Columns that look as if one had been copied from the other, wholly or nearly. */
import type { Language } from '../lib/bilingual.ts';
import { compareExact, sameValue, sumExact, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Finding } from './finding.ts';
import { columnLabel, rowLabel } from './labels.ts';
import { makeFinding } from './make-finding.ts';
import type { Pattern, PatternRule } from './pattern-rule.ts';
import { valueNow, type PlacedValues } from './placed-values.ts';
import { unrollPattern } from './unrolled-pattern.ts';

type Column = { readonly keys: readonly CellKey[]; readonly values: readonly NonNullable<CellValue>[] };

/** Blank counts as 0. One finding for each pair. */
export function findRepeatedColumns(
  form: Form,
  rule: PatternRule,
  pattern: Extract<Pattern, { shape: 'repeatedColumn' }>,
  values: PlacedValues,
): Finding[] {
  return pairsOf(form, rule, values).flatMap(([here, there]) => {
    if (differingRows(here, there, 0) === null || !isAtLeast(here.values, pattern.minimum)) return [];
    const places = (language: Language) => namesOf(form, here, there, language);
    return [makeFinding(rule, [...here.keys, ...there.keys], { zh: places('zh'), en: places('en') })];
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
    const rows = (language: Language) => differing.map((at) => rowLabel(cellOf(form, here.keys[at] ?? ''))[language]);
    return [
      makeFinding(rule, [...here.keys, ...there.keys], {
        zh: { ...namesOf(form, here, there, 'zh'), count: alike.length, rows: rows('zh').join('、') },
        en: { ...namesOf(form, here, there, 'en'), count: alike.length, rows: rows('en').join(', ') },
      }),
    ];
  });
}

function pairsOf(form: Form, rule: PatternRule, values: PlacedValues): readonly (readonly [Column, Column])[] {
  const all = unrollPattern(rule).columns.map((keys): Column => ({ keys, values: keys.map((key) => valueNow(form, values, key) ?? 0) }));
  return all.flatMap((here, index) => all.slice(index + 1).map((there) => [here, there] as const));
}

/** The places of the rows that differ, or null when there are more than `most`. */
function differingRows(here: Column, there: Column, most: number): readonly number[] | null {
  const differing: number[] = [];
  for (const [at, value] of here.values.entries()) {
    if (sameValue(value, there.values[at] ?? null)) continue;
    differing.push(at);
    if (differing.length > most) return null;
  }
  return differing;
}

function isAtLeast(values: readonly CellValue[], minimum: number): boolean {
  const sum = sumExact(values.map((value) => ({ coefficient: 1, value })));
  return sum !== null && compareExact(sum, minimum) >= 0;
}

function namesOf(form: Form, here: Column, there: Column, language: Language) {
  const [column = '', other = ''] = [here, there].map(({ keys }) => columnLabel(cellOf(form, keys[0] ?? ''))[language]);
  return { column, other };
}
