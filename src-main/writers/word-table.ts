/** A statutory table in Word: exact merges, its header repeated on every page, held together on one page where it fits. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { isLong, type PrintedCell, type PrintedTable } from '#core/documents/printed-table.ts';
import { fontOf, textWidth } from './word-styles.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
export const tableBorders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line } as const;

/** Twentieths of a point between the letters and the lines of a cell. */
const cellMargins = { marginUnitType: WidthType.DXA, top: 10, bottom: 10, left: 40, right: 40 } as const;
const sideMargins = 80;
/**
 * Tables are Chinese through and through, unlike the prose (`writeWord`): without our fonts the digits are then those of the
 * Chinese font that stands in. Wider ones would break labels once more, and table 三 over two pages.
 */
const language = { value: 'zh-CN', eastAsia: 'zh-CN' } as const;
/** Five points. */
const smallest = 10;

/** Twentieths of a point: 7 mm, less where many lines have to stand on one page. */
function lineHeight(printed: PrintedTable): number {
  return isLong(printed) ? 330 : 397;
}

/** In half points: 五号, or 小五 and a little less where a table is too wide or too long for it. */
function sizeOf(printed: PrintedTable): number {
  if (isLong(printed)) return 17;
  return printed.table.widths.length > 10 ? 18 : 21;
}

/** The printed proportions of the columns, in twentieths of a point; together the width of the text. */
export function columnWidths(widths: readonly number[], whole: number = textWidth): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const ends = widths.map((_width, at) => Math.round((whole * widths.slice(0, at + 1).reduce((sum, width) => sum + width, 0)) / total));
  return ends.map((end, at) => end - (ends[at - 1] ?? 0));
}

/**
 * Smaller letters rather than a figure broken over two lines; a digit is up to 0.64 as wide as it is high
 * in the fonts that stand in for ours. Half points.
 */
function fittingSize(figure: string, size: number, width: number): number {
  const halves = Array.from(figure).reduce(
    (sum, sign) => sum + (/[,.]/u.test(sign) ? 0.65 : /[ -~]/u.test(sign) ? 1.3 : sign === '−' ? 1.7 : 2),
    0,
  );
  return Math.max(smallest, Math.min(size, Math.floor(width / (halves * 5))));
}

/** @param hasNote what follows belongs on the same page */
export function wordTable(printed: PrintedTable, hasNote: boolean): Table {
  const { rows, headerRows, table } = printed;
  const widths = columnWidths(table.widths);
  const size = sizeOf(printed);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    alignment: AlignmentType.CENTER,
    borders: tableBorders,
    margins: cellMargins,
    rows: rows.map((cells, row) => {
      const isHeld = hasNote || row < rows.length - 1;
      return new TableRow({
        cantSplit: true,
        ...(row < headerRows ? { tableHeader: true } : {}),
        height: { value: lineHeight(printed), rule: HeightRule.ATLEAST },
        children: cells.map((cell) => wordCell(cell, widths, size, isHeld)),
      });
    }),
  });
}

function wordCell(cell: PrintedCell, widths: readonly number[], size: number, isHeld: boolean): TableCell {
  const { kind, text, isVertical, remark, column, colSpan, rowSpan } = cell;
  const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0);
  const isLeft = kind === 'rowLabel' && rowSpan === 1;
  const look = { size: kind === 'figure' ? fittingSize(text, size, width - sideMargins) : size, font: fontOf('table'), language };
  return new TableCell({
    columnSpan: colSpan,
    rowSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(isVertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    children: [
      new Paragraph({
        alignment: isLeft ? AlignmentType.LEFT : AlignmentType.CENTER,
        // Exact, since fonts that stand in for others may be half as high again.
        spacing: { line: size * 12, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        keepNext: isHeld,
        // Of the end of the paragraph, which is all that a blank cell has.
        run: look,
        children: [new TextRun({ text, ...look }), ...(remark === '' ? [] : [new TextRun({ text: `（${remark}）`, ...look, size: 13 })])],
      }),
    ],
  });
}
