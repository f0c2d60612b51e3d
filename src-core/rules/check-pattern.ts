/** Numbers whose shape is suspicious though nothing contradicts them. */
import { assertNever } from '../lib/assert-never.ts';
import { compareExact, formatExact, isWhole, sameValue, sumExact } from '../lib/exact.ts';
import { cellKey, type CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Finding } from './finding.ts';
import { cellLabel, columnLabel, rowLabel } from './labels.ts';
import { makeFinding } from './make-finding.ts';
import type { PatternRule } from './rule.ts';
import type { Subject } from './subject.ts';

type Shape<S extends PatternRule['pattern']['shape']> = Extract<PatternRule['pattern'], { shape: S }>;

export function checkPattern(form: Form, rule: PatternRule, subject: Subject): readonly Finding[] {
  const { pattern } = rule;
  switch (pattern.shape) {
    case 'repeatedColumn':
      return findRepeatedColumns(form, rule, pattern, subject);
    case 'singlePart':
      return findSingleParts(form, rule, pattern, subject);
    case 'wholeAmount':
      return findWholeAmount(form, rule, pattern, subject);
    default:
      return assertNever(pattern);
  }
}

function findRepeatedColumns(form: Form, rule: PatternRule, pattern: Shape<'repeatedColumn'>, { cells }: Subject): Finding[] {
  const keys = (column: string): CellKey[] => pattern.rows.map((row) => cellKey(rule.table, row, column));
  const values = (column: string) => keys(column).map((key) => valueAt(cells, key) ?? 0);
  return pattern.columns.flatMap((column, index) =>
    pattern.columns.slice(index + 1).flatMap((other) => {
      const [here, there] = [values(column), values(other)];
      const sum = sumExact(here.map((value) => ({ coefficient: 1, value }))) ?? 0;
      if (compareExact(sum, pattern.minimum) < 0 || !here.every((value, at) => sameValue(value, there[at] ?? null))) return [];
      const [first, second] = [column, other].map((each) => columnLabel(cellOf(form, keys(each)[0] ?? '')));
      const places = (language: 'zh' | 'en') => ({ column: first?.[language] ?? '', other: second?.[language] ?? '' });
      return [makeFinding(rule, [...keys(column), ...keys(other)], { zh: places('zh'), en: places('en') })];
    }),
  );
}

function findSingleParts(form: Form, rule: PatternRule, pattern: Shape<'singlePart'>, { cells }: Subject): Finding[] {
  return pattern.columns.flatMap((column) => {
    const whole = cellKey(rule.table, pattern.whole, column);
    const value = valueAt(cells, whole);
    if (value === null || compareExact(value, pattern.minimum) < 0) return [];
    const part = pattern.parts.map((row) => cellKey(rule.table, row, column)).find((key) => sameValue(valueAt(cells, key), value));
    if (part === undefined) return [];
    const [to, of] = [cellOf(form, part), cellOf(form, whole)];
    const places = (language: 'zh' | 'en') => ({
      column: columnLabel(of)[language],
      whole: rowLabel(of)[language],
      part: rowLabel(to)[language],
      value: formatExact(value),
    });
    return [makeFinding(rule, [whole, part], { zh: places('zh'), en: places('en') })];
  });
}

function findWholeAmount(form: Form, rule: PatternRule, pattern: Shape<'wholeAmount'>, { cells, cellUnits }: Subject): Finding[] {
  const key = cellKey(rule.table, pattern.row, pattern.column);
  const value = valueAt(cells, key);
  if (value === null || cellUnits[key] === '元' || !isWhole(value) || compareExact(value, pattern.minimum) < 0) return [];
  const label = cellLabel(cellOf(form, key));
  const shown = formatExact(value);
  return [makeFinding(rule, [key], { zh: { cell: label.zh, value: shown }, en: { cell: label.en, value: shown } })];
}
