/** The Excel template of one unit, year and edition: a guide, a sheet for each table, last year's figures, and the hidden sheet. */
import { fillPlaces } from '../lib/bilingual.ts';
import type { CellKey } from '../form/cell-key.ts';
import { blankCells, computeTotals, type Cells } from '../form/edit-cells.ts';
import type { FormTable } from '../form/edition.ts';
import type { Form } from '../form/form.ts';
import { templateMetaRows, templateMetaSheet, type TemplateMeta } from '../form/template-meta.ts';
import { unitInFileName } from '../bundle/bundle-name.ts';
import type { ReportingUnit } from '../filing/filing.ts';
import type { MergedPrior } from '../filing/merge-priors.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import type { Subject } from '../rules/subject.ts';
import { planGuide } from './template-guide.ts';
import { templateWords } from './template-words.ts';
import { fullAddress, type SheetPlace } from './workbook-address.ts';
import { planEntry, type EntrySheet } from './workbook-entry.ts';
import type { FindPlace } from './workbook-formulas.ts';
import { looks } from './workbook-looks.ts';
import { textContent, type SheetPlan, type WorkbookPlan } from './workbook-plan.ts';
import { planTable, type PlannedTable, type TableFigures } from './workbook-table.ts';

/** Last year's figures, in the edition of last year's report. */
export type TemplatePrior = TableFigures & { readonly form: Form; readonly unitName: string; readonly reportYear: number };

export type TemplateRequest = {
  readonly unit: ReportingUnit;
  readonly reportYear: number;
  readonly edition: LoadedEdition;
  readonly prior: TemplatePrior | null;
  /** What is known already (a filing at work); a new template is blank. */
  readonly filled?: TableFigures & { readonly tableNotes: Readonly<Record<string, string>> };
};

/** Last year's figures as the rules have them; those of merged units are shown as their sum. */
export function priorOfTemplate(prior: MergedPrior | null, reportYear: number): TemplatePrior | null {
  const [first] = prior?.parts ?? [];
  if (prior === null || first === undefined) return null;
  const unitName = prior.parts.map(({ filing }) => filing.unit.name).join('、');
  return { form: prior.form, cells: prior.cells, cellUnits: first.filing.cellUnits, unitName, reportYear };
}

/** `示例县-2025-填报表.xlsx`; of several, the second has ` (2)`. Safe on every file system. */
export function templateFileName({ unit, reportYear }: Pick<TemplateRequest, 'unit' | 'reportYear'>, number = 1): string {
  const places = { unit: unitInFileName(unit.name), year: reportYear, number: number === 1 ? '' : ` (${String(number)})` };
  return fillPlaces(templateWords.fileName, places);
}

/** The same request gives the same plan. */
export function planTemplate({ unit, reportYear, edition, prior, filled }: TemplateRequest): WorkbookPlan {
  const { form, book } = edition;
  const cells: Cells = computeTotals(form, filled?.cells ?? blankCells(form));
  const figures: TableFigures = { cells, cellUnits: filled?.cellUnits ?? {} };
  const places = { unit: unit.name, year: reportYear, document: form.edition.document };
  const subtitle = fillPlaces(templateWords.subtitle, places);
  const subject: Subject = { cells, cellUnits: figures.cellUnits, level: unit.level, prior };
  const priorTables = prior === null ? [] : prior.form.edition.tables.map((table) => planPrior(prior, table));
  const asked = form.edition.tables.map((table) => {
    return { sheet: sheetName(table), form, table, figures, purpose: 'entry', subtitle } as const;
  });
  const find = finder(asked.map(planTable), priorTables);
  const entries = asked.map((each) => planEntry(each, filled?.tableNotes[each.table.id] ?? '', book, subject, find));
  const meta = metaOf(unit, reportYear, edition, entries);
  return {
    title: fillPlaces(templateWords.title, places),
    locksStructure: true,
    sheets: [
      planGuide({ unit, reportYear, edition: form.edition, entries, prior, priorSheets: priorTables.map(({ sheet }) => sheet.name) }),
      ...entries.map(({ sheet }) => sheet),
      ...priorTables.map(({ sheet }) => sheet),
      planMeta(meta),
    ],
  };
}

function sheetName({ number }: FormTable): string {
  return fillPlaces(templateWords.tableSheet, { number: inSheetName(number) });
}

/** Other signs would need quotes in formulas, or are not allowed at all. */
function inSheetName(number: string): string {
  return number.replace(/[^\p{Letter}\p{Number}]/gu, '').slice(0, 20);
}

type PriorTable = { readonly sheet: SheetPlan; readonly planned: PlannedTable };

/** Last year's table in its own layout: of the same edition, the same figure stands at the same address. */
function planPrior(prior: TemplatePrior, table: FormTable): PriorTable {
  const name = fillPlaces(templateWords.priorSheet, { number: inSheetName(table.number) });
  const subtitle = fillPlaces(templateWords.priorSubtitle, { year: prior.reportYear, unit: prior.unitName });
  const planned = planTable({ sheet: name, form: prior.form, table, figures: prior, purpose: 'reading', subtitle });
  const { cells, widths, heights, headRows, labelColumns } = planned;
  const sheet: SheetPlan = {
    name,
    visibility: 'shown',
    isProtected: true,
    widths,
    heights,
    cells,
    validations: [],
    conditions: [],
    frozen: { rows: headRows, columns: labelColumns },
    print: { rows: heights.length, columns: widths.length, repeated: headRows, footer: templateWords.footer },
  };
  return { sheet, planned };
}

function finder(tables: readonly PlannedTable[], priorTables: readonly PriorTable[]): FindPlace {
  const now = new Map<CellKey, SheetPlace>(tables.flatMap(({ places }) => [...places]));
  const before = new Map<CellKey, SheetPlace>(priorTables.flatMap(({ planned }) => [...planned.places]));
  return (cell, isPrior) => {
    const place = (isPrior ? before : now).get(cell);
    if (place === undefined) throw new Error(`${cell} stands nowhere in the workbook`);
    return place;
  };
}

function metaOf(unit: ReportingUnit, reportYear: number, { id, digest }: LoadedEdition, entries: readonly EntrySheet[]): TemplateMeta {
  return {
    unitCode: unit.code,
    unitName: unit.name,
    reportYear,
    edition: { id, digest },
    cells: entries.flatMap(({ planned }) => [...planned.places].map(([cell, place]) => ({ address: fullAddress(place), cell }))),
    units: entries.flatMap(({ units }) => units.map(({ cell, place }) => ({ address: fullAddress(place), cell }))),
    notes: entries.map(({ note, table }) => ({ address: fullAddress(note), table: table.id })),
  };
}

function planMeta(meta: TemplateMeta): SheetPlan {
  const rows = templateMetaRows(meta);
  return {
    name: templateMetaSheet,
    visibility: 'veryHidden',
    isProtected: true,
    widths: [20, 60],
    heights: rows.map(() => 15),
    cells: rows.flatMap((texts, row) =>
      texts.map((text, column) => ({ row, column, rowSpan: 1, colSpan: 1, content: textContent(text), look: looks.meta })),
    ),
    validations: [],
    conditions: [],
    frozen: { rows: 0, columns: 0 },
    print: null,
  };
}
