/** The block of checks below a table: one line for each rule, differences under the columns they are about. */
import { fillPlaces } from '../lib/bilingual.ts';
import type { RuleBook } from '../rules/rule.ts';
import type { Severity } from '../rules/rule-base.ts';
import type { Subject } from '../rules/subject.ts';
import { templateWords } from './template-words.ts';
import { argumentsText, cellAddress, rangesText, type SheetPlace } from './workbook-address.ts';
import { checksOfTable, describeCheck, evaluateCheck, type RuleChecks, type TableCheck } from './workbook-checks.ts';
import { checkFormula, type FindPlace } from './workbook-formulas.ts';
import { looks } from './workbook-looks.ts';
import { textContent, type CellContent, type CellLook, type PlannedCell, type PlannedCondition } from './workbook-plan.ts';
import { cachedValue, type PlannedTable, type WorkbookTable } from './workbook-table.ts';

export type ChecksBlock = {
  readonly cells: readonly PlannedCell[];
  readonly conditions: readonly PlannedCondition[];
  /** The cells that show whether a check holds. */
  readonly places: readonly SheetPlace[];
  /** How many of them show a difference as the figures stand. */
  readonly broken: number;
  readonly nextRow: number;
};

export type ChecksRequest = {
  readonly asked: WorkbookTable;
  readonly planned: PlannedTable;
  readonly book: RuleBook;
  readonly subject: Subject;
  readonly find: FindPlace;
  readonly inputs: readonly SheetPlace[];
  /** How many of the inputs have a figure. */
  readonly filled: number;
  readonly firstRow: number;
};

type Line = { readonly label: string; readonly severity: Severity; readonly checks: readonly TableCheck[] };
type PlacedLine = { readonly cells: readonly PlannedCell[]; readonly places: readonly SheetPlace[]; readonly broken: number };

/** A heading, the number of cells that are still blank, then the rules. */
export function planChecks(request: ChecksRequest): ChecksBlock {
  const { asked, planned, book, subject, inputs, filled, firstRow } = request;
  const columnOf = columnsOfTable(asked, planned);
  const lines = checksOfTable(asked.form, book, asked.table, subject).flatMap((rule) => linesOf(rule, asked, columnOf));
  const placed = lines.map((line, index) => placeLine(request, columnOf, line, firstRow + 2 + index));
  const last = lastColumn(planned.widths);
  const width = planned.widths.length;
  const missing = `${String(inputs.length)}-COUNT(${argumentsText(inputs, asked.sheet)})`;
  const head = [
    cellAt(firstRow, 0, width, textContent(templateWords.checksHeading), looks.heading),
    cellAt(firstRow + 1, 0, last, textContent(templateWords.missing), looks.listed),
    cellAt(firstRow + 1, last, width - last, { kind: 'formula', formula: missing, cached: inputs.length - filled }, looks.missing),
  ];
  const placesOf = (isError: boolean) =>
    placed.flatMap(({ places }, index) => ((lines[index]?.severity === 'error') === isError ? places : []));
  return {
    cells: [...head, ...placed.flatMap(({ cells }) => cells)],
    conditions: [
      ...conditionsFor(placesOf(true), 'FFC7CE', '9C0006'),
      ...conditionsFor([{ sheet: asked.sheet, row: firstRow + 1, column: last }, ...placesOf(false)], 'FFEB9C', '7F6000'),
    ],
    places: placed.flatMap(({ places }) => places),
    broken: placed.reduce((sum, { broken }) => sum + broken, 0),
    nextRow: firstRow + 2 + lines.length,
  };
}

/** Checks of columns stand on one line where every column of the rule is a column of the sheet; others get a line each. */
function linesOf(rule: RuleChecks, { form }: WorkbookTable, columnOf: ReadonlyMap<string, number>): readonly Line[] {
  const isAligned = rule.checks.every(({ column }) => column !== null && columnOf.has(column));
  const groups = isAligned ? [rule.checks] : rule.checks.map((check) => [check]);
  return groups.flatMap((checks): Line[] => {
    const [first] = checks;
    if (first === undefined) return [];
    const label = fillPlaces(templateWords.checkLabel, { code: rule.code, words: describeCheck(form, first) });
    return [{ label, severity: rule.severity, checks }];
  });
}

function placeLine(request: ChecksRequest, columnOf: ReadonlyMap<string, number>, line: Line, row: number): PlacedLine {
  const { asked, planned, subject, find } = request;
  const last = lastColumn(planned.widths);
  const isAligned = line.checks.every(({ column }) => column !== null && columnOf.has(column));
  const results = line.checks.map(({ column, comparison }) => {
    const at = isAligned && column !== null ? (columnOf.get(column) ?? last) : last;
    const value = evaluateCheck(comparison, subject);
    const formula = checkFormula(comparison, asked.sheet, find);
    const content: CellContent = { kind: 'formula', formula, cached: cachedValue(value) };
    const cell = cellAt(row, at, isAligned ? 1 : planned.widths.length - last, content, looks.check);
    return { cell, place: { sheet: asked.sheet, row, column: at }, isBroken: value !== null && value !== 0 };
  });
  const label = cellAt(row, 0, isAligned ? planned.labelColumns : last, textContent(line.label), looks.listed);
  return {
    cells: [label, ...results.map(({ cell }) => cell)],
    places: results.map(({ place }) => place),
    broken: results.filter(({ isBroken }) => isBroken).length,
  };
}

/** The sheet's column of each column of the table, where all its cells stand under one another behind the labels. */
function columnsOfTable({ table, form }: WorkbookTable, { places, labelColumns }: PlannedTable): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  if (labelColumns === 0) return columns;
  for (const { id } of table.columns) {
    const cells = (form.cellsByTable.get(table.id) ?? []).filter(({ column }) => column.id === id);
    const [only, ...more] = new Set(cells.flatMap(({ key }) => places.get(key)?.column ?? []));
    if (only !== undefined && more.length === 0) columns.set(id, only);
  }
  return columns;
}

/** The column where results stand that are about no column: of the last ones, wide enough for `差 123456`. */
function lastColumn(widths: readonly number[]): number {
  let width = 0;
  let column = widths.length;
  while (column > 1 && width < 14) {
    column -= 1;
    width += widths[column] ?? 0;
  }
  return column;
}

function cellAt(row: number, column: number, colSpan: number, content: CellContent, look: CellLook): PlannedCell {
  return { row, column, rowSpan: 1, colSpan, content, look };
}

function conditionsFor(places: readonly SheetPlace[], fill: string, colour: string): readonly PlannedCondition[] {
  const [first] = places;
  if (first === undefined) return [];
  const at = cellAddress(first);
  const ranges = rangesText(places);
  return [
    { ranges, formula: `AND(ISNUMBER(${at}),${at}<>0)`, fill, colour, bold: true },
    { ranges, formula: `AND(ISNUMBER(${at}),${at}=0)`, fill: null, colour: '2E7D32', bold: false },
  ];
}
