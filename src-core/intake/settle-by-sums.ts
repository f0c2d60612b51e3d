/** The figures of a table whose order in the text is not that of its rows: taken where its sums leave one way only. */
import type { Form } from '../form/form.ts';
import type { Balance } from './balances.ts';
import type { Figure } from './figures-in-order.ts';
import type { PrintedRow } from './printed-table.ts';
import { readValue } from './read-value.ts';
import { findRows, withFirst, type RowsFound } from './row-search.ts';
import { rowTotals } from './row-totals.ts';

type Values = Map<string, number>;

/** The figures row by row, or null. Only for tables of numbers whose rows all end with the sum of their other figures. */
export function settleBySums(
  form: Form,
  balances: readonly Balance[],
  rows: readonly PrintedRow[],
  figures: readonly Figure[],
): readonly Figure[] | null {
  const [first] = rows;
  const count = first?.cells.length ?? 0;
  const isEven = rows.every((row) => {
    const [total, ...others] = rowTotals(form, row);
    return row.cells.length === count && others.length === 0 && total?.target === count - 1 && total.terms.length === count - 1;
  });
  const cell = first?.cells[0];
  const read = cell === undefined ? [] : figures.map(({ text }) => readValue(text, cell)?.value);
  const numbers = read.filter((each) => typeof each === 'number');
  if (!isEven || count < 3 || rows.length < 2 || numbers.length < figures.length) return null;
  const isFirst = (index: number) => {
    const figure = figures[index];
    return figure?.isBesideWords === true && figures[index - 1]?.line !== figure.line;
  };
  const ways = findRows({ numbers, count, rows: rows.length, isFirst });
  const orders = ways.flatMap((way) => {
    const order = withLastRow(way, numbers, rows, balances);
    return order === null || !allHold(balances, valuesOf(rows, order, numbers)) ? [] : [order];
  });
  const distinct = new Set(orders.map((order) => order.map((index) => numbers[index]).join(' ')));
  const [only] = orders;
  return only === undefined || distinct.size > 1 ? null : only.flatMap((index) => figures[index] ?? []);
}

/** The last row follows from the others; what is left of the figures must be it and the first figures still to come. */
function withLastRow(
  way: RowsFound,
  numbers: readonly number[],
  rows: readonly PrintedRow[],
  balances: readonly Balance[],
): readonly number[] | null {
  const left = numbers.map((_each, index) => index).slice(way.from);
  const take = (value: number | null): number | null => {
    const at = left.findIndex((index) => numbers[index] === value);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  let known = way;
  for (const { value } of way.pending) {
    const index = take(value);
    if (index === null) return null;
    known = withFirst(known, 0, index);
  }
  const before = known.rows.flatMap(({ first, others }) => (first === null ? [] : [first, ...others]));
  const values = valuesOf(rows, before, numbers);
  const last: number[] = [];
  for (const cell of rows.at(-1)?.cells ?? []) {
    const index = take(fromOthers(cell.key, balances, values));
    if (index === null) return null;
    last.push(index);
  }
  return left.length > 0 ? null : [...before, ...last];
}

/** The value that a balance leaves for a cell once all its other cells are known. */
function fromOthers(key: string, balances: readonly Balance[], values: Values): number | null {
  for (const balance of balances) {
    const own = balance.find((term) => term.cell === key);
    const others = balance.filter((term) => term !== own);
    if (own === undefined || others.some((term) => !values.has(term.cell))) continue;
    return -others.reduce((sum, { cell, coefficient }) => sum + coefficient * (values.get(cell) ?? 0), 0) / own.coefficient;
  }
  return null;
}

function allHold(balances: readonly Balance[], values: Values): boolean {
  return balances.every((balance) => {
    if (balance.some(({ cell }) => !values.has(cell))) return true;
    return balance.reduce((sum, { cell, coefficient }) => sum + coefficient * (values.get(cell) ?? 0), 0) === 0;
  });
}

function valuesOf(rows: readonly PrintedRow[], order: readonly number[], numbers: readonly number[]): Values {
  const cells = rows.flatMap((row) => row.cells);
  return new Map(order.flatMap((index, at) => (cells[at] === undefined ? [] : [[cells[at].key, numbers[index] ?? 0]])));
}
