/** What an edition must keep beyond its shape: ids resolve, each part is printed once, columns say what they count. */
import { checkLayout } from './check-layout.ts';
import { checkTotals } from './check-totals.ts';
import type { FormColumn, FormEdition, FormTable } from './edition.ts';
import { firstRepeated, type EditionFault } from './edition-fault.ts';

/** The first fault found, or null. */
export function checkEdition(edition: FormEdition): EditionFault | null {
  const ids = [edition.preamble.id, ...edition.sections.map((each) => each.id), ...edition.tables.map((each) => each.id)];
  const repeated = firstRepeated(ids);
  if (repeated !== null) return { place: repeated, reason: 'the id is used twice' };
  const reserved = ids.find((id) => id in Object.prototype);
  if (reserved !== undefined) return { place: reserved, reason: 'the id is reserved' };
  const { from, to } = edition.reportYears;
  if (to !== null && to < from) return { place: 'reportYears', reason: `${String(to)} is before ${String(from)}` };
  return checkOrder(edition.order, ids) ?? checkTables(edition.tables);
}

function checkOrder(order: readonly string[], ids: readonly string[]): EditionFault | null {
  const stranger = order.find((id) => !ids.includes(id));
  if (stranger !== undefined) return { place: `order.${stranger}`, reason: 'no such section or table' };
  const repeated = firstRepeated(order);
  if (repeated !== null) return { place: `order.${repeated}`, reason: 'it is printed twice' };
  const missing = ids.find((id) => !order.includes(id));
  return missing === undefined ? null : { place: 'order', reason: `it is not printed: ${missing}` };
}

function checkTables(tables: readonly FormTable[]): EditionFault | null {
  for (const table of tables) {
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
  const reserved = [...columns, ...rows].find((id) => id in Object.prototype);
  if (reserved !== undefined) return { place: reserved, reason: 'the id is reserved' };
  const odd = table.columns.find((each) => !isUnitRight(each));
  if (odd !== undefined)
    return { place: `columns.${odd.id}`, reason: 'an amount has a unit (null where the form leaves it open), nothing else has' };
  for (const row of table.rows) {
    const twice = firstRepeated(row.columns);
    if (twice !== null) return { place: `rows.${row.id}`, reason: `the column stands there twice: ${twice}` };
    const stranger = row.columns.find((each) => !columns.includes(each));
    if (stranger !== undefined) return { place: `rows.${row.id}`, reason: `no such column: ${stranger}` };
  }
  return checkTotals(table) ?? checkLayout(table);
}

function isUnitRight({ value, unit }: FormColumn): boolean {
  return (value === 'amount') === (unit !== undefined);
}
