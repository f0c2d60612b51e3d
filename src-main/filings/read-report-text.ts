/** The text of a published report; Word files, PDFs and workbooks are named instead of being read as letters. */
import { basename } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { decodeText, readBytes } from '../files/read-file.ts';

export const textLimitBytes = 16 * 1024 * 1024;

/** Magic bytes of files that people take for text: ZIP (docx, xlsx), OLE (doc, xls, wps, et), PDF. */
const otherKinds = ['504b0304', 'd0cf11e0', '25504446'];

/** file/unsupported-kind for those; file/not-utf8 for text in another encoding. */
export function readReportText(path: string): Outcome<string> {
  const bytes = readBytes(nodeFileSystem, path, textLimitBytes);
  if (!bytes.ok) return bytes;
  const start = Buffer.from(bytes.value.subarray(0, 4)).toString('hex');
  if (otherKinds.includes(start)) return fail(problem('file/unsupported-kind', { file: basename(path), known: '.txt (UTF-8)' }));
  const text = decodeText(bytes.value, path);
  return text.ok ? ok(text.value) : text;
}
