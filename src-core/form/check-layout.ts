/** The printed table: every cell stands in it once, and every line is as wide as the table. */
import type { FormTable } from './edition.ts';
import type { EditionFault } from './edition-fault.ts';

/** The first fault found, or null. */
export function checkLayout(table: FormTable): EditionFault | null {
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
