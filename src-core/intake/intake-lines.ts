/** Intake of one report as lines, whatever file they came from: figures and words become a filing, the rest is named. */
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import type { Cells } from '../form/edit-cells.ts';
import type { Form } from '../form/form.ts';
import { newFiling } from '../filing/new-filing.ts';
import type { Filing, ReportingUnit } from '../filing/filing.ts';
import { narrativeFromText } from '../narrative/narrative-text.ts';
import type { Narrative } from '../narrative/narrative.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { gatherDrifted } from './drifted-figures.ts';
import { proseOf, type Line } from './lines.ts';
import { locateTables } from './locate-tables.ts';
import { notesOnTables } from './notes-on-tables.ts';
import { notesOnWhole } from './notes-on-whole.ts';
import { outlineOf, type Outline } from './outline.ts';
import { readTables } from './read-tables.ts';
import type { IntakeNote, IntakeReport } from './report.ts';
import { reportOn } from './report-on.ts';
import { readTitle, type Title } from './title.ts';
import { withoutAdditions } from './without-additions.ts';

export type IntakeOrder = {
  readonly edition: LoadedEdition;
  readonly unit: ReportingUnit;
  readonly reportYear: number;
  /** Names the file in problems and in the report. */
  readonly fileName: string;
  /** All editions there are, so that a table of another one is named; without them it is only not understood. */
  readonly editions?: readonly LoadedEdition[];
};

export type Intake = { readonly filing: Filing; readonly report: IntakeReport };

/**
 * Stated totals are kept as stated; no value is guessed. `known` are notes on the file.
 * Problems: `intake/not-a-report` without any row of a table, `intake/tables-are-pictures` where pictures stand instead,
 * `intake/other-year` when the title names another year than the one asked for.
 */
export function intakeLines(all: readonly Line[], order: IntakeOrder, known: readonly IntakeNote[] = []): Outcome<Intake> {
  const { edition, unit, reportYear, fileName } = order;
  const { form } = edition;
  const lines = withoutAdditions(all, unit.name);
  const outline = gatherDrifted(locateTables(outlineOf(lines, form.edition), form), form);
  const tableSections = outline.sections.filter((section) => section.plan.kind === 'table');
  const tables = readTables(edition, tableSections);
  const title = readTitle(outline.before);
  if (tables.rowsFound === 0) {
    const pictures = (tableSections.length > 0 ? tableSections.flatMap((section) => section.lines) : lines).filter(
      (line) => line.isPicture,
    );
    if (pictures.length > 0 && (title !== null || outline.sections.length > 0))
      return fail(problem('intake/tables-are-pictures', { fileName, count: pictures.length }));
    const missing =
      outline.sections.length === 0 ? outline.missing.map((plan) => plan.heading) : form.edition.tables.map((table) => table.heading);
    return fail(problem('intake/not-a-report', { fileName, missing: missing.join('；') }));
  }
  const found = title?.year ?? null;
  if (found !== null && found !== reportYear) return fail(problem('intake/other-year', { fileName, asked: reportYear, found }));
  const blank = newFiling(unit, reportYear, edition);
  const cells: Cells = { ...blank.cells, ...Object.fromEntries(tables.values) };
  const filing: Filing = {
    ...blank,
    title: title?.text ?? blank.title,
    cells,
    cellUnits: tables.cellUnits,
    cellNotes: tables.cellNotes,
    tableNotes: tables.tableNotes,
    narrative: narrativeOf(outline, title, form),
  };
  const notes = [...known, ...notesOnWhole(outline, title, order), ...notesOnTables(tableSections, tables, order), ...tables.notes];
  return ok({
    filing,
    report: { ...reportOn({ known: new Set(tables.values.keys()), notUnderstood: tables.notUnderstood }, cells, order), notes },
  });
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
