/** The whole report as a workbook: prose and tables in the statutory layout, and every figure as a line of data. */
import { fillPlaces } from '../lib/bilingual.ts';
import { formatExact } from '../lib/exact.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { FormTable } from '../form/edition.ts';
import type { Form } from '../form/form.ts';
import type { Filing } from '../filing/filing.ts';
import { dataHead, showCells } from '../intake/show-cells.ts';
import type { Block } from '../narrative/narrative.ts';
import { plainText } from '../narrative/narrative-text.ts';
import { closingLines } from './closing.ts';
import { documentWords } from './document-words.ts';
import { printedNote } from './table-note.ts';
import { rowHeight } from './workbook-heights.ts';
import { formatOf, looks } from './workbook-looks.ts';
import { textContent, type CellLook, type PlannedCell, type PrintPlan, type SheetPlan, type WorkbookPlan } from './workbook-plan.ts';
import { planTable, valueContent } from './workbook-table.ts';

const words = documentWords.workbook;
/** Of the one column of prose, and the most that Excel makes a row. */
const proseWidth = 84;
const highestRow = 409;

/** @param date see `closingLines`. Sheets in the order of the print: the prose above the tables, each table, the prose below them, the data. */
export function planReportWorkbook(filing: Filing, form: Form, date: string | null = null): WorkbookPlan {
  const { order, tables } = form.edition;
  const firstTable = order.findIndex((id) => tables.some((table) => table.id === id));
  const prose = order.filter((id) => !tables.some((table) => table.id === id));
  const isAbove = (id: string) => order.indexOf(id) < firstTable;
  const title: Line = { text: filing.title, look: looks.title };
  return {
    title: filing.title,
    locksStructure: false,
    sheets: [
      proseSheet(words.overview, filing, [title, ...prose.filter(isAbove).flatMap((id) => linesOf(filing, form, id))]),
      ...tables.map((table) => tableSheet(filing, form, table)),
      proseSheet(words.rest, filing, [
        ...prose.filter((id) => !isAbove(id)).flatMap((id) => linesOf(filing, form, id)),
        ...closingLines(filing.unit.name, date).map((text) => ({ text, look: looks.closing })),
      ]),
      dataSheet(filing, form),
    ],
  };
}

type Line = { readonly text: string; readonly look: CellLook };

function linesOf(filing: Filing, form: Form, id: string): readonly Line[] {
  const section = form.edition.sections.find((each) => each.id === id);
  const showFigure = (key: Parameters<typeof valueAt>[1]) => formatExact(valueAt(filing.cells, key), '—');
  const blocks = (filing.narrative[id] ?? []).flatMap((block) =>
    plainText(block, showFigure)
      .split('\n')
      .map((text) => ({ text, look: lookOf(block) })),
  );
  return section === undefined ? blocks : [{ text: section.heading, look: looks.proseHeading }, ...blocks];
}

function lookOf(block: Block): CellLook {
  return block.kind === 'heading' ? looks.heading : looks.prose;
}

function proseSheet(name: string, filing: Filing, lines: readonly Line[]): SheetPlan {
  const cells = lines.map(({ text, look }, row): PlannedCell => ({
    row,
    column: 0,
    rowSpan: 1,
    colSpan: 1,
    content: textContent(text),
    look,
  }));
  const heights = lines.map((_line, row) => Math.min(highestRow, rowHeight(cells, row, [proseWidth])));
  return {
    ...plainSheet(name),
    widths: [proseWidth],
    heights,
    cells,
    print: { ...printed(filing, lines.length, 1, 0), orientation: 'portrait' },
  };
}

function tableSheet(filing: Filing, form: Form, table: FormTable): SheetPlan {
  const name = fillPlaces(words.table, { number: table.number });
  const planned = planTable({ sheet: name, form, table, figures: filing, purpose: 'reading', subtitle: '' });
  const { widths, heights, headRows, labelColumns } = planned;
  const note = printedNote(filing.tableNotes[table.id]);
  // A line a row, as line breaks within a cell are lost in many programs.
  const below = (note === '' ? [] : note.split('\n')).map((text, at): PlannedCell => {
    const place = { row: heights.length + at, column: 0, rowSpan: 1, colSpan: widths.length };
    return { ...place, content: textContent(text), look: looks.prose };
  });
  const cells = [...planned.cells, ...below];
  const allHeights = [...heights, ...below.map(({ row }) => Math.min(highestRow, rowHeight(below, row, widths)))];
  return {
    ...plainSheet(name),
    widths,
    heights: allHeights,
    cells,
    frozen: { rows: headRows, columns: labelColumns },
    print: { ...printed(filing, allHeights.length, widths.length, headRows), isOnePage: true },
  };
}

/** 表, 行, 列, 值 as `show --tsv` prints them; figures are numbers where a workbook keeps them exactly. */
function dataSheet(filing: Filing, form: Form): SheetPlan {
  const cell = (row: number, column: number, content: PlannedCell['content'], look: CellLook): PlannedCell => {
    return { row, column, rowSpan: 1, colSpan: 1, content, look };
  };
  const head = dataHead.map((text, column) => cell(0, column, textContent(text), looks.label));
  const rows = showCells(filing, form).flatMap(({ table, row, column, key }, at) => [
    ...[table, row, column].map((text, place) => cell(at + 1, place, textContent(text), looks.data)),
    cell(at + 1, 3, valueContent(valueAt(filing.cells, key)), { ...looks.dataValue, format: formatOf(valueAt(filing.cells, key)) }),
  ]);
  return {
    ...plainSheet(words.data),
    // Whoever prints the workbook wants the form, not a list of it over many pages. LibreOffice prints hidden sheets that
    // have a print area.
    visibility: 'hidden',
    widths: [34, 70, 22, 16],
    heights: [20, ...form.cells.map(() => 15)],
    cells: [...head, ...rows],
    frozen: { rows: 1, columns: 0 },
    print: null,
  };
}

function plainSheet(name: string): Omit<SheetPlan, 'widths' | 'heights' | 'cells' | 'print'> {
  return { name, visibility: 'shown', isProtected: false, validations: [], conditions: [], frozen: { rows: 0, columns: 0 } };
}

function printed({ title }: Filing, rows: number, columns: number, repeated: number): PrintPlan {
  // A lone & would begin a code of the footer.
  return { rows, columns, repeated, footer: fillPlaces(words.footer, { title: title.replaceAll('&', '&&') }) };
}
