/** The block to sign of a paper copy: who answers for the report, room for signatures and the seal. */
import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { documentWords } from '#core/documents/document-words.ts';
import type { signOffLines } from '#core/documents/paper-copy.ts';
import { fontOf, textWidth } from './word-styles.ts';
import { columnWidths, tableBorders } from './word-table.ts';

const words = documentWords.signOff;
const widths = columnWidths([20, 30, 18, 32]);
const look = { font: fontOf('text'), size: 28 };

export function signOffTable(lines: ReturnType<typeof signOffLines>): Table {
  const pairs = lines.flatMap((line, at) => (at % 2 === 0 ? [[line, lines[at + 1]] as const] : []));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: tableBorders,
    rows: [
      ...pairs.map((pair) =>
        row(
          700,
          pair.flatMap((line, at) => [cell(line?.label ?? '', 2 * at), cell(line?.text ?? '', 2 * at + 1)]),
        ),
      ),
      row(2400, [
        cell(`${words.signature}${words.seal}`, 0),
        cell(words.date, 1, { colSpan: 3, align: AlignmentType.RIGHT, verticalAlign: VerticalAlignTable.BOTTOM }),
      ]),
    ],
  });
}

function row(height: number, children: TableCell[]): TableRow {
  return new TableRow({ cantSplit: true, height: { value: height, rule: HeightRule.ATLEAST }, children });
}

type Place = {
  readonly colSpan?: number;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly verticalAlign?: (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable];
};

function cell(text: string, column: number, { colSpan = 1, align = AlignmentType.CENTER, verticalAlign }: Place = {}): TableCell {
  const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0);
  return new TableCell({
    columnSpan: colSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: verticalAlign ?? VerticalAlignTable.CENTER,
    children: [new Paragraph({ alignment: align, indent: { right: colSpan > 1 ? 560 : 0 }, children: [new TextRun({ text, ...look })] })],
  });
}
