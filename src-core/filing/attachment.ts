/** Files that go along with a filing, such as a scanned signature page: named, bounded, known by their digest. */
import { fileNameKey } from '../lib/file-name-key.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';

export type Attachment = {
  /** The file's name, without any folder. */
  readonly name: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
  readonly mediaType: string;
};

const mebibyte = 1024 * 1024;
/** One attachment, and all of one filing; a bundle with them stays below the limit at which it is read (64 MiB). */
export const attachmentLimitBytes = 20 * mebibyte;
export const attachmentsLimitBytes = 40 * mebibyte;
export const mostAttachments = 50;

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  ofd: 'application/ofd',
};

/** By the file's ending; what is not known is bytes. */
export function mediaTypeOf(name: string): string {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  return mediaTypes[ending] ?? 'application/octet-stream';
}

/**
 * The attachments with one more. One of the same name is replaced: it is the corrected scan.
 *
 * @returns attachment/too-many { limit }, attachment/too-large { name, size, limit } or attachment/too-much { size, limit }, in bytes.
 */
export function withAttachment(attachments: readonly Attachment[], added: Attachment): Outcome<readonly Attachment[]> {
  if (added.size > attachmentLimitBytes) {
    return fail(problem('attachment/too-large', { name: added.name, size: added.size, limit: attachmentLimitBytes }));
  }
  const next = sortedByName([...withoutAttachment(attachments, added.name), added]);
  if (next.length > mostAttachments) return fail(problem('attachment/too-many', { limit: mostAttachments }));
  const size = next.reduce((sum, each) => sum + each.size, 0);
  return size > attachmentsLimitBytes ? fail(problem('attachment/too-much', { size, limit: attachmentsLimitBytes })) : ok(next);
}

/** By UTF-16 units: the same order in every language. */
export function sortedByName<T extends { readonly name: string }>(files: readonly T[]): readonly T[] {
  return files.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

export function withoutAttachment(attachments: readonly Attachment[], name: string): readonly Attachment[] {
  return attachments.filter((each) => fileNameKey(each.name) !== fileNameKey(name));
}

/** A name that can be unpacked everywhere: no folders, no characters that Windows refuses, not too long; null when nothing is left. */
export function attachmentName(fileName: string): string | null {
  const name = fileName
    .normalize('NFC')
    .replaceAll(/[\p{C}<>:"/\\|?*]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const ending = /\.[^.]{1,16}$/u.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  return stem === '' ? null : `${Array.from(stem).slice(0, 100).join('')}${ending}`;
}
