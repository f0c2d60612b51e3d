/** Intake of a document: the app's own template by its map, any other by its labels. */
import type { Outcome } from '../lib/outcome.ts';
import type { DocumentPart, IntakeDocument } from './document/document.ts';
import { linesOfPart } from './document/document-lines.ts';
import type { Intake, IntakeOrder } from './intake-lines.ts';
import { dataHead } from './show-cells.ts';
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

/** The sheet of our own workbooks that repeats every figure as a line of data is not another report. */
function isDataList({ blocks }: DocumentPart): boolean {
  const [first] = blocks;
  if (first?.kind !== 'grid') return false;
  const head = first.rows[0]?.map((cell) => cell.text.trim()).filter((text) => text !== '') ?? [];
  return head.join('\t') === dataHead.join('\t');
}

/** The parts of a document as lines. */
export function partsOf(document: IntakeDocument): readonly NamedLines[] {
  return document.parts.filter((part) => !isDataList(part)).map((part) => ({ name: part.name, lines: linesOfPart(part) }));
}
