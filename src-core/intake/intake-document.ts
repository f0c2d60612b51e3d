/** Intake of a document: the app's own template by its map, any other by its labels. */
import type { Outcome } from '../lib/outcome.ts';
import type { DocumentPart, IntakeDocument } from './document/document.ts';
import { linesOfPart } from './document/document-lines.ts';
import type { Intake, IntakeOrder } from './intake-lines.ts';
import { isDataList } from './show-cells.ts';
import { intakeTemplate, templateMetaOf } from './intake-template.ts';
import { intakeReports, type NamedLines } from './intake-reports.ts';
import type { IntakeNote } from './report.ts';

/** Problems as of `intakeReports`, and for the app's own template those of `intakeTemplate`. */
export function intakeDocument(document: IntakeDocument, order: IntakeOrder): Outcome<Intake> {
  const meta = templateMetaOf(document);
  if (meta !== null) return intakeTemplate(document, meta, order);
  return intakeReports(partsOf(document), order, notesOfDocument(document));
}

/** What its reader noticed, as notes of the intake. */
export function notesOfDocument(document: IntakeDocument): readonly IntakeNote[] {
  return document.notes.map(({ code, text }) => ({ code, place: '', text, expected: '' }));
}

function holdsDataList({ blocks: [first] }: DocumentPart): boolean {
  return first?.kind === 'grid' && isDataList(first.rows);
}

/** The parts of a document as lines. */
export function partsOf(document: IntakeDocument): readonly NamedLines[] {
  return document.parts.filter((part) => !holdsDataList(part)).map((part) => ({ name: part.name, lines: linesOfPart(part) }));
}
