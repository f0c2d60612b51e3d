/** A roster from a CSV or workbook, as offices keep them. */
import { basename, extname } from 'node:path';
import { decodeRoster, type RosterRow } from '#core/consolidation/decode-roster.ts';
import type { Roster } from '#core/consolidation/roster.ts';
import { documentOfCsv } from '#core/intake/document/csv.ts';
import type { IntakeDocument, RawCell } from '#core/intake/document/document.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { readReportFile } from '../filings/read-report-file.ts';
import { decodeBytes } from '../readers/decode-bytes.ts';

const rosterLimitBytes = 16 * 1024 * 1024;

/** CSV in UTF-8 (with or without byte order mark) or GB18030; workbooks by their first sheet with headings. */
export async function readRoster(path: string): Promise<Outcome<Roster>> {
  const document = /^\.(?:csv|tsv|txt)$/iu.test(extname(path)) ? readCsv(path) : await readWorkbook(path);
  if (!document.ok) return document;
  const file = basename(path);
  const sheets = document.value.parts.map((part) => rowsOf(part.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []))));
  const decoded = sheets.map((rows) => decodeRoster(rows, file));
  const read = decoded.find((each) => each.ok || each.problem.code !== 'roster/no-headings');
  return read ?? fail(problem('roster/no-headings', { file }));
}

function readCsv(path: string): Outcome<IntakeDocument> {
  const bytes = readBytes(nodeFileSystem, path, rosterLimitBytes);
  if (!bytes.ok) return bytes;
  const text = decodeBytes(bytes.value);
  return text === null ? fail(problem('intake/unknown-encoding', { fileName: basename(path) })) : ok(documentOfCsv(text));
}

async function readWorkbook(path: string): Promise<Outcome<IntakeDocument>> {
  const file = await readReportFile(path);
  if (!file.ok) return file;
  return file.value.kind === 'document' ? ok(file.value.document) : fail(problem('roster/no-headings', { file: basename(path) }));
}

/** Cells stand by their address: merged ones leave gaps. */
function rowsOf(rows: readonly (readonly RawCell[])[]): readonly RosterRow[] {
  return rows.map((row, index) => {
    const texts = new Map(row.map((cell, at) => [columnOf(cell.address) ?? at, cell.text.trim()]));
    const width = Math.max(0, ...texts.keys()) + 1;
    const cells = Array.from({ length: width }, (_, at) => texts.get(at) ?? '');
    return { line: lineOf(row[0]?.address) ?? index + 1, cells };
  });
}

/** The column of `AB12`, from 0. */
function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]+/u.exec(address ?? '')?.[0];
  return letters === undefined ? null : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function lineOf(address: string | undefined): number | null {
  const digits = /\d+$/u.exec(address ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}
