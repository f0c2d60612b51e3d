/** The sheet of one table to be filled in: the table, the unit of open amounts, its note, and the checks below. */
import { fillPlaces } from '../lib/bilingual.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { FormTable } from '../form/edition.ts';
import { amountUnits, type FormCell } from '../form/form.ts';
import type { RuleBook } from '../rules/rule.ts';
import type { Subject } from '../rules/subject.ts';
import { templateWords } from './template-words.ts';
import type { SheetPlace } from './workbook-address.ts';
import { planChecks, type ChecksBlock } from './workbook-check-block.ts';
import type { FindPlace } from './workbook-formulas.ts';
import { rowHeight } from './workbook-heights.ts';
import { looks } from './workbook-looks.ts';
import { textContent, type CellLook, type PlannedCell, type SheetPlan } from './workbook-plan.ts';
import { planTable, type PlannedTable, type WorkbookTable } from './workbook-table.ts';
import { choiceValidations, figureValidations, noteValidation } from './workbook-validations.ts';

export type EntrySheet = {
  readonly table: FormTable;
  readonly sheet: SheetPlan;
  readonly planned: PlannedTable;
  readonly inputs: readonly SheetPlace[];
  /** How many of them have a figure. */
  readonly filled: number;
  readonly checks: ChecksBlock;
  /** Where the units of amounts are chosen for which the form prints none. */
  readonly units: readonly { readonly cell: CellKey; readonly place: SheetPlace }[];
  readonly note: SheetPlace;
};

const longestNote = 1_000;
/** Room for two lines of a note. */
const noteHeight = 36;

/** @param find where this year's and last year's cells stand, in this table and in others */
export function planEntry(asked: WorkbookTable, note: string, book: RuleBook, subject: Subject, find: FindPlace): EntrySheet {
  const { form, table, sheet, figures } = asked;
  const planned = planTable(asked);
  const { widths, headRows, labelColumns } = planned;
  const inputCells = (form.cellsByTable.get(table.id) ?? []).filter(({ computed }) => !computed);
  const placed = inputCells.map((cell) => ({ cell, place: find(cell.key, false) }));
  const inputs = placed.map(({ place }) => place);
  const filled = inputCells.filter(({ key }) => valueAt(figures.cells, key) !== null).length;
  const split = columnsFor(widths, 24);
  const firstBelow = planned.heights.length;
  const open = inputCells.filter(({ unitOpen }) => unitOpen);
  const units = open.map(({ key }, index) => ({ cell: key, place: { sheet, row: firstBelow + index, column: split } }));
  const notePlace = { sheet, row: firstBelow + open.length, column: split };
  const below = [
    ...open.flatMap((cell, index) =>
      line(asked, split, firstBelow + index, unitLabel(cell), figures.cellUnits[cell.key] ?? '', looks.choice),
    ),
    ...line(asked, split, notePlace.row, templateWords.note, note, looks.text),
  ];
  const checks = planChecks({ asked, planned, book, subject, find, inputs, filled, firstRow: notePlace.row + 2 });
  const cells = [...planned.cells, ...below, ...checks.cells];
  const heightOf = (row: number) => Math.max(rowHeight(cells, row, widths), row === notePlace.row ? noteHeight : 0);
  const plan: SheetPlan = {
    name: sheet,
    visibility: 'shown',
    isProtected: true,
    widths,
    heights: Array.from({ length: checks.nextRow }, (_each, row) => planned.heights[row] ?? heightOf(row)),
    cells,
    validations: [
      ...figureValidations(placed),
      ...choiceValidations(
        units.map(({ place }) => place),
        amountUnits,
      ),
      noteValidation(notePlace, longestNote),
    ],
    conditions: checks.conditions,
    frozen: { rows: headRows, columns: labelColumns },
    print: { rows: notePlace.row + 1, columns: widths.length, repeated: headRows, footer: templateWords.footer },
  };
  return { table, sheet: plan, planned, inputs, filled, checks, units, note: notePlace };
}

/** A label and something to fill in, from edge to edge of the table. */
function line(
  { table }: WorkbookTable,
  split: number,
  row: number,
  label: string,
  content: string,
  look: CellLook,
): readonly PlannedCell[] {
  const width = table.widths.length;
  return [
    { row, column: 0, rowSpan: 1, colSpan: split, content: textContent(label), look: looks.rowLabel },
    { row, column: split, rowSpan: 1, colSpan: width - split, content: textContent(content), look },
  ];
}

function unitLabel({ column, row }: FormCell): string {
  return fillPlaces(templateWords.amountUnit, { label: column.label, row: row.short });
}

/** So many columns from the left are at least this wide, but never all of them. */
function columnsFor(widths: readonly number[], characters: number): number {
  let width = 0;
  const enough = widths.findIndex((each) => (width += each) >= characters);
  return Math.max(1, Math.min(enough < 0 ? widths.length : enough + 1, widths.length - 1));
}
