/** Reads whole files within a limit; text is strict UTF-8, so that no character is guessed. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { errnoOf, type FileSystem } from './file-system.ts';

/**
 * The bytes of a file of at most `limitBytes`.
 *
 * @returns file/not-found { path }, file/too-large { path, size, limit } in bytes, file/locked or file/not-readable { path, reason }.
 */
export function readBytes(fs: FileSystem, path: string, limitBytes: number): Outcome<Uint8Array> {
  const tooLarge = (size: number) => fail(problem('file/too-large', { path, size, limit: limitBytes }));
  try {
    const { isFile, size } = fs.stat(path);
    if (!isFile) return fail(problem('file/not-readable', { path, reason: 'EISDIR' }));
    if (size > limitBytes) return tooLarge(size);
    const bytes = fs.read(path);
    return bytes.length > limitBytes ? tooLarge(bytes.length) : ok(bytes);
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return fail(problem('file/not-found', { path }));
    return fail(problem(reason === 'EBUSY' ? 'file/locked' : 'file/not-readable', { path, reason }));
  }
}

/** The text of a UTF-8 file without its byte order mark; file/not-utf8 { path, offset } names the first wrong byte, from 0. */
export function readText(fs: FileSystem, path: string, limitBytes: number): Outcome<string> {
  const bytes = readBytes(fs, path, limitBytes);
  return bytes.ok ? decodeText(bytes.value, path) : bytes;
}

/** Bytes as strict UTF-8 without the byte order mark; `path` names them in file/not-utf8. */
export function decodeText(bytes: Uint8Array, path: string): Outcome<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail(problem('file/not-utf8', { path, offset: firstWrongByte(bytes) }));
  }
}

/** Decoding puts U+FFFD in the place of wrong bytes: where the text, encoded again, parts from the bytes, they begin. */
function firstWrongByte(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const found = bytes.findIndex((byte, index) => byte !== again[index]);
  // A file that stops within U+FFFD or its like parts from the text only after its last byte.
  return found === -1 ? bytes.length : found;
}
