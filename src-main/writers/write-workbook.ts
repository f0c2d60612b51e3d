/** Writes a workbook plan as an Excel file; the same plan gives the same bytes on every computer. */
import type { WriteSheet } from 'hucre/xlsx';
import type { PlannedCell, PlannedCondition, PlannedValidation, SheetPlan, WorkbookPlan } from '#core/documents/workbook-plan.ts';
import { columnLetters } from '#core/documents/workbook-address.ts';
import { repackZip } from '../files/repack-zip.ts';
import { cellStyle } from './cell-style.ts';
import { orderFonts } from './font-order.ts';

/** Excel refuses to open a file with longer words in a validation. */
const longestTitle = 32;
const longestMessage = 255;
/** Documents have no clock: a date of their own would make every copy another file. */
const fixedDate = new Date(Date.UTC(2000, 0, 1));

/** @throws Error for a plan that Excel could not open (a bug). */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  // Read when it is first needed: the start does not wait for it.
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: plan.sheets.map(writeSheet),
    defaultFont: { name: '宋体', size: 11, charset: 134 },
    properties: { title: plan.title, created: fixedDate, modified: fixedDate },
    ...(plan.locksStructure ? { workbookProtection: { lockStructure: true } } : {}),
  });
  return repackZip(bytes, { 'xl/styles.xml': orderFonts });
}

function writeSheet(sheet: SheetPlan): WriteSheet {
  const { name, widths, heights, cells, frozen } = sheet;
  if (!/^[\p{Letter}\p{Number}_]{1,31}$/u.test(name)) throw new Error(`a sheet cannot be called ${JSON.stringify(name)}`);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    cells: new Map(cells.flatMap(writeCell)),
    merges: cells
      .filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)
      .map(({ row, column, rowSpan, colSpan }) => ({
        startRow: row,
        startCol: column,
        endRow: row + rowSpan - 1,
        endCol: column + colSpan - 1,
      })),
    dataValidations: sheet.validations.map(writeValidation),
    conditionalRules: sheet.conditions.map(writeCondition),
    view: { showGridLines: false },
    ...(frozen.rows + frozen.columns > 0 ? { freezePane: frozen } : {}),
    ...(sheet.isProtected ? { protection: { sheet: true, formatColumns: true, formatRows: true } } : {}),
    ...(sheet.visibility === 'hidden' ? { hidden: true } : {}),
    ...(sheet.visibility === 'veryHidden' ? { veryHidden: true } : {}),
    ...printSetup(sheet),
  };
}

type WrittenCell = NonNullable<WriteSheet['cells']> extends Map<string, infer Cell> ? Cell : never;

/** Every cell of a merged area has the look, else its frame has gaps and Excel takes a part of it for locked. */
function writeCell({ row, column, rowSpan, colSpan, content, look }: PlannedCell): readonly [string, WrittenCell][] {
  const style = cellStyle(look);
  const written: [string, WrittenCell][] = [];
  for (let down = 0; down < rowSpan; down += 1) {
    for (let right = 0; right < colSpan; right += 1) {
      written.push([`${String(row + down)},${String(column + right)}`, down + right === 0 ? { ...contentOf(content), style } : { style }]);
    }
  }
  return written;
}

function contentOf(content: PlannedCell['content']): WrittenCell {
  switch (content.kind) {
    case 'blank':
      return {};
    case 'text':
      return { value: content.text };
    case 'number':
      return { value: content.value };
    case 'formula':
      return { formula: content.formula, formulaResult: content.cached };
  }
}

type WrittenValidation = NonNullable<WriteSheet['dataValidations']>[number];

function writeValidation({ ranges, rule, title, message }: PlannedValidation): WrittenValidation {
  if (title.length > longestTitle || message.length > longestMessage) throw new Error(`too long for a validation: ${message}`);
  return {
    ...validationRule(rule),
    range: ranges,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    errorMessage: message,
  };
}

function validationRule(
  rule: PlannedValidation['rule'],
): Pick<WrittenValidation, 'type' | 'operator' | 'formula1' | 'formula2' | 'values'> {
  switch (rule.kind) {
    case 'whole':
      return { type: 'whole', operator: 'between', formula1: String(rule.from), formula2: String(rule.to) };
    case 'list':
      return { type: 'list', values: [...rule.values] };
    case 'length':
      return { type: 'textLength', operator: 'lessThanOrEqual', formula1: String(rule.most) };
    case 'formula':
      return { type: 'custom', formula1: rule.formula };
  }
}

function writeCondition({ ranges, formula, fill, colour, bold }: PlannedCondition, index: number) {
  return {
    type: 'expression' as const,
    priority: index + 1,
    range: ranges,
    formula,
    style: {
      font: { bold, color: { rgb: colour } },
      ...(fill === null ? {} : { fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: { rgb: fill } } }),
    },
  };
}

/** A4, one page wide and as many pages long as it needs. */
function printSetup({ print, widths }: SheetPlan): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  if (print === null) return {};
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation ?? 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print.isOnePage === true ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printArea: `$A$1:$${columnLetters(Math.min(print.columns, widths.length) - 1)}$${String(print.rows)}`,
      ...(print.repeated > 0 ? { printTitlesRow: `$1:$${String(print.repeated)}` } : {}),
    },
    headerFooter: { oddFooter: `&C${print.footer}` },
  };
}
