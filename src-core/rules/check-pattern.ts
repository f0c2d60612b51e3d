/** Numbers whose shape is suspicious though nothing contradicts them. */
import { assertNever } from '../lib/assert-never.ts';
import type { Language } from '../lib/bilingual.ts';
import { compareExact, formatExact, isWhole, sameValue, type CellValue } from '../lib/exact.ts';
import { cellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { cellOf, type Form, type FormCell } from '../form/form.ts';
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
  return unrollPattern(form, rule).splits.flatMap((split) => {
    const single = singlePart(split, values);
    if (single === null || compareExact(single.value, pattern.minimum) < 0) return [];
    if (split.where !== null && singlePart(split.where, values) === null) return [];
    const { part, whole } = single;
    const places = (language: Language) => ({
      column: columnLabel(whole)[language],
      whole: rowLabel(whole)[language],
      part: rowLabel(part)[language],
      value: formatExact(single.value),
    });
    return [makeFinding(rule, [whole.key, part.key], { zh: places('zh'), en: places('en') })];
  });
}

type Single = { readonly whole: FormCell; readonly part: FormCell; readonly value: NonNullable<CellValue> };

/** Null where the whole is blank or 0, or went to several parts. */
function singlePart({ whole, parts }: UnrolledSplit, values: PlacedValues): Single | null {
  const value = valueNow(values, whole);
  if (value === null || compareExact(value, 0) === 0) return null;
  const part = parts.find((cell) => sameValue(valueNow(values, cell), value));
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
