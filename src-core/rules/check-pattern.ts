/** Numbers whose shape is suspicious though nothing contradicts them. */
import { assertNever } from '../lib/assert-never.ts';
import type { Language } from '../lib/bilingual.ts';
import { compareExact, formatExact, isWhole, sameValue, type CellValue } from '../lib/exact.ts';
import { cellKey, type CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import { findRepeatedColumns, findSimilarColumns } from './column-pairs.ts';
import type { Finding } from './finding.ts';
import { cellLabel, columnLabel, rowLabel } from './labels.ts';
import { makeFinding } from './make-finding.ts';
import type { Pattern, PatternRule } from './pattern-rule.ts';
import { valueNow, type PlacedValues } from './placed-values.ts';
import type { Subject } from './subject.ts';
import { unrollPattern, type UnrolledSplit } from './unrolled-pattern.ts';

type Shape<S extends Pattern['shape']> = Extract<Pattern, { shape: S }>;

export function checkPattern(form: Form, rule: PatternRule, subject: Subject, values: PlacedValues): readonly Finding[] {
  const { pattern } = rule;
  switch (pattern.shape) {
    case 'repeatedColumn':
      return findRepeatedColumns(form, rule, pattern, values);
    case 'similarColumn':
      return findSimilarColumns(form, rule, pattern, values);
    case 'singlePart':
      return findSingleParts(form, rule, pattern, values);
    case 'wholeAmount':
      return findWholeAmount(form, rule, pattern, subject);
    default:
      return assertNever(pattern);
  }
}

function findSingleParts(form: Form, rule: PatternRule, pattern: Shape<'singlePart'>, values: PlacedValues): Finding[] {
  return unrollPattern(rule).splits.flatMap((split) => {
    const single = singlePart(form, split, values);
    if (single === null || compareExact(single.value, pattern.minimum) < 0) return [];
    if (split.where !== null && singlePart(form, split.where, values) === null) return [];
    const [to, of] = [cellOf(form, single.part), cellOf(form, single.whole)];
    const places = (language: Language) => ({
      column: columnLabel(of)[language],
      whole: rowLabel(of)[language],
      part: rowLabel(to)[language],
      value: formatExact(single.value),
    });
    return [makeFinding(rule, [single.whole, single.part], { zh: places('zh'), en: places('en') })];
  });
}

type Single = { readonly whole: CellKey; readonly part: CellKey; readonly value: NonNullable<CellValue> };

/** Null where the whole is blank or 0, or went to several parts. */
function singlePart(form: Form, { whole, parts }: UnrolledSplit, values: PlacedValues): Single | null {
  const value = valueNow(form, values, whole);
  if (value === null || compareExact(value, 0) === 0) return null;
  const part = parts.find((key) => sameValue(valueNow(form, values, key), value));
  return part === undefined ? null : { whole, part, value };
}

function findWholeAmount(form: Form, rule: PatternRule, pattern: Shape<'wholeAmount'>, { cells, cellUnits }: Subject): Finding[] {
  const key = cellKey(rule.table, pattern.row, pattern.column);
  const value = valueAt(cells, key);
  if (value === null || cellUnits[key] === '元' || !isWhole(value) || compareExact(value, pattern.minimum) < 0) return [];
  const label = cellLabel(cellOf(form, key));
  const shown = formatExact(value);
  return [makeFinding(rule, [key], { zh: { cell: label.zh, value: shown }, en: { cell: label.en, value: shown } })];
}
