/** All reports of a file, each with what it says of itself: for many files at once, where nobody names unit and year. */
import { fail, type Outcome } from '../lib/outcome.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import type { IntakeDocument } from './document/document.ts';
import { linesOfText } from './document/pipe-tables.ts';
import { notesOfDocument, partsOf } from './intake-document.ts';
import { intakeLines, type Intake, type IntakeOrder } from './intake-lines.ts';
import { nameOf, reportsIn, severalReports, yearsIn, type FoundReport, type NamedLines } from './intake-reports.ts';
import { intakeTemplate, templateMetaOf } from './intake-template.ts';
import { recogniseLines } from './recognise.ts';
import type { IntakeNote } from './report.ts';

/** What a report says of itself; `names` are those it may go by, the surest first, without any where it has none. */
export type SaysOfItself = {
  /** Its title or its sheets, for people; empty where the file holds nothing else. */
  readonly where: string;
  readonly unitCode: string | null;
  readonly names: readonly string[];
  readonly year: number | null;
  readonly editionId: string | null;
};

export type ReportInFile = SaysOfItself & { readonly take: (order: IntakeOrder) => Outcome<Intake> };

/** A document, or the text of a file that is nothing else. */
export type FileContent =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'document'; readonly document: IntakeDocument };

/** In the order of the file; a file without any table is one report, whose `take` tells what is missing. */
export function eachReport(content: FileContent, editions: readonly LoadedEdition[]): readonly ReportInFile[] {
  if (content.kind === 'text') return reportsOf([{ name: '', lines: linesOfText(content.text) }], editions, []);
  const { document } = content;
  const meta = templateMetaOf(document);
  if (meta === null) return reportsOf(partsOf(document), editions, notesOfDocument(document));
  const { unitCode, unitName, reportYear, edition } = meta;
  const take = (order: IntakeOrder) => intakeTemplate(document, meta, order);
  return [{ where: '', unitCode, names: [unitName], year: reportYear, editionId: edition.id, take }];
}

function reportsOf(
  parts: readonly NamedLines[],
  editions: readonly LoadedEdition[],
  known: readonly IntakeNote[],
): readonly ReportInFile[] {
  const all = recogniseLines(
    parts.flatMap((part) => part.lines),
    editions,
  );
  const edition = editions.find((each) => each.id === all.editionId) ?? editions.at(-1);
  if (edition === undefined) return [];
  const reports = reportsIn(parts, edition.form.edition);
  return reports.map((report) => describe(report, reports, editions, known));
}

function describe(
  report: FoundReport,
  reports: readonly FoundReport[],
  editions: readonly LoadedEdition[],
  known: readonly IntakeNote[],
): ReportInFile {
  const { title, names, lines, isApart } = report;
  const recognised = recogniseLines(lines, editions);
  const years = [...new Set(names.flatMap(yearsIn))];
  return {
    where: reports.length > 1 ? nameOf(report) : '',
    unitCode: null,
    names: [title?.unitName ?? null, ...names].filter((name) => name !== null),
    year: recognised.year ?? (years.length === 1 ? (years[0] ?? null) : null),
    editionId: recognised.editionId,
    take: (order) => (isApart ? intakeLines(lines, order, known) : fail(severalReports(reports, order.fileName))),
  };
}
