/** What an edition must keep beyond its shape: ids resolve, each cell is printed exactly once, totals do not loop. */
import type { FormEdition, FormTable } from './edition.ts';

export type EditionFault = { readonly place: string; readonly reason: string };

/** The first fault found, or null. */
export function checkEdition(edition: FormEdition): EditionFault | null {
  const ids = [edition.preamble.id, ...edition.sections.map((each) => each.id), ...edition.tables.map((each) => each.id)];
  const repeated = firstRepeated(ids);
  if (repeated !== null) return { place: repeated, reason: 'the id is used twice' };
  for (const id of edition.order) {
    if (!ids.includes(id)) return { place: `order.${id}`, reason: 'no such section or table' };
  }
  for (const table of edition.tables) {
    const fault = checkTable(table);
    if (fault !== null) return { place: `tables.${table.id}.${fault.place}`, reason: fault.reason };
  }
  return null;
}

function checkTable(table: FormTable): EditionFault | null {
  const columns = table.columns.map((each) => each.id);
  const rows = table.rows.map((each) => each.id);
  const repeated = firstRepeated(columns) ?? firstRepeated(rows);
  if (repeated !== null) return { place: repeated, reason: 'the id is used twice' };
  for (const row of table.rows) {
    const stranger = row.columns.find((each) => !columns.includes(each));
    if (stranger !== undefined) return { place: `rows.${row.id}`, reason: `no such column: ${stranger}` };
  }
  return checkTotals(table, rows, columns) ?? checkLayout(table);
}

function checkTotals(table: FormTable, rows: readonly string[], columns: readonly string[]): EditionFault | null {
  const computed = new Map<string, readonly string[]>();
  for (const total of table.totals) {
    const [across, along] = total.over === 'columns' ? [rows, columns] : [columns, rows];
    const stranger =
      [total.target, ...total.terms].find((each) => !across.includes(each)) ?? total.of.find((each) => !along.includes(each));
    if (stranger !== undefined) return { place: `totals.${total.target}`, reason: `no such row or column: ${stranger}` };
    for (const each of total.of) {
      const cell = (id: string) => (total.over === 'columns' ? `${id}.${each}` : `${each}.${id}`);
      if (computed.has(cell(total.target))) return { place: `totals.${cell(total.target)}`, reason: 'the cell is computed twice' };
      computed.set(cell(total.target), total.terms.map(cell));
    }
  }
  for (const cell of computed.keys()) {
    if (reaches(cell, cell, computed, new Set())) return { place: `totals.${cell}`, reason: 'the total depends on itself' };
  }
  return null;
}

function reaches(from: string, goal: string, computed: ReadonlyMap<string, readonly string[]>, seen: Set<string>): boolean {
  for (const term of computed.get(from) ?? []) {
    if (term === goal) return true;
    if (seen.has(term)) continue;
    seen.add(term);
    if (reaches(term, goal, computed, seen)) return true;
  }
  return false;
}

function checkLayout(table: FormTable): EditionFault | null {
  const width = table.widths.length;
  const open = new Array<number>(width).fill(0);
  const printed = new Set<string>();
  for (const [index, line] of table.layout.entries()) {
    const place = `layout.${String(index)}`;
    const taken = open.map((rows) => rows > 0);
    for (const [column, rows] of open.entries()) open[column] = Math.max(0, rows - 1);
    const spans = [...line.labels, ...line.values.map((each) => ({ ...each, rowSpan: 1 }))];
    let at = 0;
    for (const each of spans) {
      while (taken[at] === true) at += 1;
      for (let step = 0; step < each.colSpan; step += 1, at += 1) {
        if (at >= width || taken[at] === true) return { place, reason: 'the line is wider than the table' };
        open[at] = each.rowSpan - 1;
      }
    }
    while (taken[at] === true) at += 1;
    if (at !== width) return { place, reason: 'the line is narrower than the table' };
    for (const value of line.values) {
      const key = `${value.row}.${value.column}`;
      if (printed.has(key)) return { place, reason: `the cell is printed twice: ${key}` };
      if (table.rows.find((each) => each.id === value.row)?.columns.includes(value.column) !== true) {
        return { place, reason: `no such cell: ${key}` };
      }
      printed.add(key);
    }
  }
  if (open.some((rows) => rows > 0)) return { place: 'layout', reason: 'a span reaches below the table' };
  const unprinted = table.rows.flatMap((row) => row.columns.map((column) => `${row.id}.${column}`)).find((key) => !printed.has(key));
  return unprinted === undefined ? null : { place: 'layout', reason: `the cell is not printed: ${unprinted}` };
}

function firstRepeated(ids: readonly string[]): string | null {
  return ids.find((each, index) => ids.indexOf(each) !== index) ?? null;
}
