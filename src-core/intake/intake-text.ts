/** Intake of a published report as text: its figures and words become a filing, and a report says what did not. */
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import { sameValue } from '../lib/exact.ts';
import { blankCells, computeTotal, valueAt, type Cells } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import { newFiling } from '../filing/new-filing.ts';
import type { Filing, ReportingUnit } from '../filing/filing.ts';
import { narrativeFromText } from '../narrative/narrative-text.ts';
import type { Narrative } from '../narrative/narrative.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { cellLabel } from './cell-label.ts';
import { proseOf, splitLines, type Line } from './lines.ts';
import { notesOnWhole } from './notes-on-whole.ts';
import { outlineOf, type Outline } from './outline.ts';
import { readTables, type ReadTables } from './read-tables.ts';
import { intakeReportFormat, type IntakeReport } from './report.ts';
import { readTitle, type Title } from './title.ts';

export type IntakeOrder = {
  readonly text: string;
  readonly edition: LoadedEdition;
  readonly unit: ReportingUnit;
  readonly reportYear: number;
  /** Names the text in problems and in the report. */
  readonly fileName: string;
};

export type Intake = { readonly filing: Filing; readonly report: IntakeReport };

/**
 * Reads a report of one cell a line, or one row a line. Stated totals are kept as stated; no value is guessed.
 * Problems: `intake/not-a-report` without any section heading or any row of a table, `intake/other-year` when the
 * title names another year than the one asked for.
 */
export function intakeText(order: IntakeOrder): Outcome<Intake> {
  const { edition, unit, reportYear, fileName } = order;
  const outline = outlineOf(splitLines(order.text), edition.form.edition);
  const notAReport = (missing: string) => fail(problem('intake/not-a-report', { fileName, missing }));
  if (outline.sections.length === 0) return notAReport(headingsOf(outline, 'narrative', 'table'));
  const tables = readTables(
    edition.form,
    outline.sections.filter((section) => section.plan.kind === 'table'),
  );
  if (tables.rowsFound === 0) return notAReport(edition.form.edition.tables.map((table) => table.heading).join('；'));
  const title = readTitle(outline.before);
  const found = title?.year ?? null;
  if (found !== null && found !== reportYear) return fail(problem('intake/other-year', { fileName, asked: reportYear, found }));
  const blank = newFiling(unit, reportYear, edition);
  const cells: Cells = { ...blankCells(edition.form), ...Object.fromEntries(tables.values) };
  const filing: Filing = {
    ...blank,
    title: title?.text ?? blank.title,
    cells,
    cellUnits: tables.cellUnits,
    cellNotes: tables.cellNotes,
    tableNotes: tables.tableNotes,
    narrative: narrativeOf(outline, title, edition.form),
  };
  const notes = [...notesOnWhole(outline, title, order), ...tables.notes];
  return ok({ filing, report: { ...reportOn(tables, cells, edition.form, order), notes } });
}

function headingsOf(outline: Outline, ...kinds: readonly ('narrative' | 'table')[]): string {
  return outline.missing
    .filter((plan) => kinds.includes(plan.kind))
    .map((plan) => plan.heading)
    .join('；');
}

function narrativeOf(outline: Outline, title: Title | null, form: Form): Narrative {
  const blocksOf = (lines: readonly Line[]) => narrativeFromText(lines.map(proseOf).join('\n'));
  const preamble = outline.before.filter((line) => title?.lines.includes(line.number) !== true);
  const sections = outline.sections.filter((section) => section.plan.kind === 'narrative');
  return {
    [form.edition.preamble.id]: blocksOf(preamble),
    ...Object.fromEntries(sections.map((section) => [section.plan.id, blocksOf(section.lines)])),
  };
}

function reportOn(tables: ReadTables, cells: Cells, form: Form, order: IntakeOrder): Omit<IntakeReport, 'notes'> {
  const notFound = form.cells.filter((cell) => !tables.values.has(cell.key));
  const statedTotals = form.totals.flatMap((total) => {
    const stated = valueAt(cells, total.target);
    const computed = computeTotal(cells, total);
    const isComplete = total.terms.every((term) => tables.values.has(term));
    if (stated === null || !isComplete || sameValue(stated, computed)) return [];
    return [{ cell: total.target, label: cellLabel(cellOf(form, total.target)), stated, computed }];
  });
  return {
    format: intakeReportFormat,
    fileName: order.fileName,
    edition: order.edition.id,
    found: form.cells.length - notFound.length,
    expected: form.cells.length,
    notFound: notFound.map((cell) => ({ cell: cell.key, label: cellLabel(cell) })),
    notUnderstood: tables.notUnderstood,
    statedTotals,
  };
}
