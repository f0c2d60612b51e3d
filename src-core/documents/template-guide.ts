/** The first sheet of a template: whose it is, how to fill it in, how far it is, and what each row counts. */
import { fillPlaces } from '../lib/bilingual.ts';
import type { FormEdition } from '../form/edition.ts';
import type { ReportingUnit } from '../filing/filing.ts';
import { templateWords } from './template-words.ts';
import { argumentList, argumentsText } from './workbook-address.ts';
import type { EntrySheet } from './workbook-entry.ts';
import { rowHeight } from './workbook-heights.ts';
import { looks } from './workbook-looks.ts';
import { textContent, type CellContent, type CellLook, type PlannedCell, type SheetPlan } from './workbook-plan.ts';

export type GuideRequest = {
  readonly unit: ReportingUnit;
  readonly reportYear: number;
  readonly edition: FormEdition;
  readonly entries: readonly EntrySheet[];
  readonly prior: { readonly reportYear: number } | null;
  readonly priorSheets: readonly string[];
};

const widths = [14, 28, 52, 30];

/** Lines of cells; a cell of the last given column reaches to the right edge. */
type Line = readonly { readonly content: CellContent; readonly look: CellLook }[];

export function planGuide(request: GuideRequest): SheetPlan {
  const { unit, reportYear, edition, prior, priorSheets } = request;
  const title = fillPlaces(templateWords.title, { unit: unit.name, year: reportYear });
  const priorFact =
    prior === null
      ? templateWords.priorMissing
      : fillPlaces(templateWords.priorGiven, { year: prior.reportYear, sheets: priorSheets.join('、') });
  const facts: readonly (readonly [string, string])[] = [
    [templateWords.unitName, unit.name],
    [templateWords.unitCode, unit.code],
    [templateWords.reportYear, String(reportYear)],
    [templateWords.edition, fillPlaces(templateWords.editionName, { document: edition.document, title: edition.title })],
    [templateWords.prior, priorFact],
  ];
  const lines: readonly Line[] = [
    [text(title, looks.title)],
    [text(templateWords.guideFacts, looks.heading)],
    ...facts.map(([name, fact]): Line => [text(name, looks.rowLabel), text(fact, looks.listed)]),
    [text(templateWords.guideHow, looks.heading)],
    ...templateWords.how.map((words, index): Line => [text(`${String(index + 1)}. ${words}`, looks.listed)]),
    [text(templateWords.guideProgress, looks.heading)],
    templateWords.progressHeads.map((head) => text(head, looks.label)),
    ...request.entries.map((entry) => progressLine(entry)),
    [text(templateWords.guideRows, looks.heading)],
    templateWords.guideRowHeads.map((head) => text(head, looks.label)),
    ...guidanceLines(edition, request.entries),
  ];
  const cells = lines.flatMap(placeLine);
  return {
    name: templateWords.guideSheet,
    visibility: 'shown',
    isProtected: true,
    widths,
    heights: lines.map((line, row) => (line[0]?.look === looks.title ? 34 : rowHeight(cells, row, widths))),
    cells,
    validations: [],
    conditions: [],
    frozen: { rows: 1, columns: 0 },
    print: { rows: lines.length, columns: widths.length, repeated: 0, footer: templateWords.footer },
  };
}

function text(words: string, look: CellLook) {
  return { content: textContent(words), look };
}

function placeLine(line: Line, row: number): readonly PlannedCell[] {
  return line.map(({ content, look }, column) => {
    const isLast = column === line.length - 1;
    return { row, column, rowSpan: 1, colSpan: isLast ? widths.length - column : 1, content, look };
  });
}

function progressLine({ sheet, inputs, checks, filled }: EntrySheet): Line {
  const ranges = argumentList(checks.places, templateWords.guideSheet);
  const broken = ranges.map((range) => `COUNTIF(${range},">0")+COUNTIF(${range},"<0")`).join('+');
  const countFilled = `COUNT(${argumentsText(inputs, templateWords.guideSheet)})`;
  return [
    text(sheet.name, looks.rowLabel),
    { content: { kind: 'number', value: inputs.length }, look: looks.counted },
    { content: { kind: 'formula', formula: countFilled, cached: filled }, look: looks.counted },
    broken === ''
      ? text('', looks.counted)
      : { content: { kind: 'formula', formula: broken, cached: checks.broken }, look: looks.progress },
  ];
}

function guidanceLines({ tables }: FormEdition, entries: readonly EntrySheet[]): readonly Line[] {
  return tables.flatMap((table, index) =>
    table.rows.flatMap((row): readonly Line[] => {
      if (row.guidance === undefined) return [];
      const name = entries[index]?.sheet.name ?? '';
      const cells = [name, row.path.at(-1) ?? row.short, row.guidance.zh, row.guidance.basis ?? ''];
      return [cells.map((words) => text(words, looks.listed))];
    }),
  );
}
