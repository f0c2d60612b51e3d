/** Totals of a table: their cells exist and count the same things, none depends on itself, and no sum can overflow. */
import { integerDigits, totalDigits } from '../lib/exact.ts';
import type { FormTable, TotalDefinition } from './edition.ts';
import { firstRepeated, type EditionFault } from './edition-fault.ts';

/** So many of the longest figures still add up to a total that can be kept. */
const mostParts = 10 ** (totalDigits - integerDigits);

type Parts = ReadonlyMap<string, readonly string[]>;

/** The first fault found, or null. */
export function checkTotals(table: FormTable): EditionFault | null {
  const computed = new Map<string, readonly string[]>();
  for (const total of table.totals) {
    const reason = findStranger(table, total) ?? findOddTerm(table, total);
    if (reason !== null) return { place: `totals.${total.target}`, reason };
    for (const each of total.of) {
      const target = cellAt(total, total.target, each);
      if (computed.has(target)) return { place: `totals.${target}`, reason: 'the cell is computed twice' };
      const terms = total.terms.map((term) => cellAt(total, term, each));
      const dangling = [target, ...terms].find((cell) => !hasCell(table, cell));
      if (dangling !== undefined) return { place: `totals.${target}`, reason: `no such cell: ${dangling}` };
      computed.set(target, terms);
    }
  }
  for (const cell of computed.keys()) {
    if (reaches(cell, cell, computed, new Set())) return { place: `totals.${cell}`, reason: 'the total depends on itself' };
  }
  const counts = new Map<string, number>();
  const large = [...computed.keys()].find((cell) => countParts(cell, computed, counts) > mostParts);
  return large === undefined
    ? null
    : { place: `totals.${large}`, reason: `the sum of more than ${String(mostParts)} cells could overflow` };
}

function cellAt({ over }: TotalDefinition, id: string, along: string): string {
  return over === 'columns' ? `${id}.${along}` : `${along}.${id}`;
}

function findStranger({ rows, columns }: FormTable, { over, target, terms, of }: TotalDefinition): string | null {
  const [across, along] = over === 'columns' ? [rows, columns] : [columns, rows];
  const isIn = (list: FormTable['rows'] | FormTable['columns'], id: string) => list.some((each) => each.id === id);
  const stranger = [target, ...terms].find((each) => !isIn(across, each)) ?? of.find((each) => !isIn(along, each));
  return stranger === undefined ? null : `no such row or column: ${stranger}`;
}

function findOddTerm({ columns }: FormTable, { over, target, terms }: TotalDefinition): string | null {
  const repeated = firstRepeated(terms);
  if (repeated !== null) return `the part stands there twice: ${repeated}`;
  if (over === 'columns') return null;
  const counts = (id: string) => JSON.stringify(columns.filter((column) => column.id === id).map(({ value, unit }) => [value, unit]));
  const other = terms.find((term) => counts(term) !== counts(target));
  return other === undefined ? null : `${other} does not count the same as ${target}`;
}

function hasCell({ rows }: FormTable, cell: string): boolean {
  const [row, column = ''] = cell.split('.');
  return rows.find((each) => each.id === row)?.columns.includes(column) === true;
}

function reaches(from: string, goal: string, computed: Parts, seen: Set<string>): boolean {
  for (const term of computed.get(from) ?? []) {
    if (term === goal) return true;
    if (seen.has(term)) continue;
    seen.add(term);
    if (reaches(term, goal, computed, seen)) return true;
  }
  return false;
}

/** The entered cells that a total adds up, those of totals in it included. Called only where nothing goes in circles. */
function countParts(cell: string, computed: Parts, counts: Map<string, number>): number {
  const known = counts.get(cell);
  if (known !== undefined) return known;
  const count = computed.get(cell)?.reduce((sum, term) => sum + countParts(term, computed, counts), 0) ?? 1;
  counts.set(cell, count);
  return count;
}
