/** The report in a file of any kind: parsed in the thread for it, and then read as text, document or template. */
import { basename, extname } from 'node:path';
import { intakeDocument, partsOf } from '#core/intake/intake-document.ts';
import type { Intake, IntakeOrder } from '#core/intake/intake-lines.ts';
import { templateMetaOf } from '#core/intake/intake-template.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import { tooLargeIn } from '#core/intake/size-limits.ts';
import { recognise, recogniseLines, type Recognised } from '#core/intake/recognise.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { kindOfFile } from '../readers/file-kind.ts';
import type { Parsed } from '../readers/parse-document.ts';
import { sha256Hex } from '../signing/digest.ts';
import { parseFile, type ParseFile } from '../readers/parse-thread.ts';
import { textLimitBytes } from './read-report-text.ts';

export const reportLimitBytes = 64 * 1024 * 1024;

/** What names of report files may end with; by content, more is recognised. */
export const reportExtensions = ['.txt', '.md', '.html', '.htm', '.docx', '.odt', '.xlsx', '.xls', '.et', '.ods', '.csv', '.tsv'];

/** Texts are not known by their bytes, so that their names have to tell. */
const plainTexts = ['.txt', '.md', '.markdown', '.text'];

/** A document, or the lines of plain text; `sha256` is that of the file's bytes. */
export type ReportFile = { readonly fileName: string; readonly sha256: string } & Parsed;

/** Problems: file/* for what cannot be read at all, intake/* for what is no text, document or workbook. */
export async function readReportFile(path: string, parse: ParseFile = parseFile): Promise<Outcome<ReportFile>> {
  const bytes = readBytes(nodeFileSystem, path, reportLimitBytes);
  return bytes.ok ? parseReportFile(path, bytes.value, parse) : bytes;
}

/** The same of bytes that were read already; `path` gives their name. */
export async function parseReportFile(path: string, bytes: Uint8Array, parse: ParseFile = parseFile): Promise<Outcome<ReportFile>> {
  const [fileName, extension] = [basename(path), extname(path).toLowerCase()];
  const kind = kindOfFile(bytes, extension);
  if (kind === 'text' && !plainTexts.includes(extension)) {
    return fail(problem('file/unsupported-kind', { file: fileName, known: ['.filing.json', '.asice', ...reportExtensions].join(', ') }));
  }
  const isText = ['html', 'csv', 'text'].includes(kind);
  if (isText && bytes.length > textLimitBytes) {
    return fail(problem('file/too-large', { path, size: bytes.length, limit: textLimitBytes }));
  }
  const parsed = await parse({ bytes, fileName, extension });
  const refused = parsed.ok ? tooLargeIn(parsed.value, fileName) : null;
  if (refused !== null) return fail(refused);
  return parsed.ok ? ok({ fileName, sha256: sha256Hex(bytes), ...parsed.value }) : parsed;
}

/** The one report in the file that was asked for. */
export function intakeReportFile(file: ReportFile, order: Omit<IntakeOrder, 'fileName'>): Outcome<Intake> {
  const { fileName } = file;
  return file.kind === 'text' ? intakeText({ ...order, fileName, text: file.text }) : intakeDocument(file.document, { ...order, fileName });
}

/** What the file is a report of, before anybody has said so. */
export function recogniseReportFile(file: ReportFile, editions: readonly LoadedEdition[]): Recognised {
  if (file.kind === 'text') return recognise(file.text, editions);
  const meta = templateMetaOf(file.document);
  if (meta !== null) return { year: meta.reportYear, unitName: meta.unitName, editionId: meta.edition.id };
  return recogniseLines(
    partsOf(file.document).flatMap((part) => part.lines),
    editions,
  );
}
