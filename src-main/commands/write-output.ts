/**
 * Where commands write to, by one rule. What can be made again from its inputs (documents, filings, tables, reports of a
 * command) replaces as a whole what has its name, unless that is an input, a key or a signed or encrypted file. Keys,
 * certificates and what is signed or encrypted cannot be made again and only ever become new files.
 */
import { existsSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem, type Readers } from '../files/file-system.ts';

/** file/exists for the first of the paths that is taken. */
export function refuseTaken(paths: readonly string[]): Outcome<null> {
  const taken = paths.find((path) => existsSync(path));
  return taken === undefined ? ok(null) : fail(problem('file/exists', { path: taken }));
}

/** What is lost for good when it is overwritten. */
const kinds = ['.asice', '.asics', '.p12', '.pfx', '.pem', '.crt', '.cer', '.csr', '.crl', '.key', '.p7m', '.p7s', '.sqlite', '.zip'];

/**
 * Before what can be made again is written: file/exists for a path that is one of `inputs` or has a key or something signed
 * or encrypted; file/not-writable for a device or a pipe; usage/bad-value where two outputs have one path.
 */
export function mayReplace(outputs: readonly (string | undefined)[], inputs: readonly (string | undefined)[]): Outcome<null> {
  const paths = outputs.filter((path) => path !== undefined);
  for (const [at, path] of paths.entries()) {
    if (paths.slice(0, at).some((other) => isSame(other, path)))
      return fail(problem('usage/bad-value', { argument: '-o', value: path, expected: '≠ --report' }));
    const isInput = inputs.some((input) => input !== undefined && isSame(input, path));
    const isLost = existsSync(path) && (kinds.includes(extname(path).toLowerCase()) || path.toLowerCase().endsWith('.nianbao-update'));
    if (isInput || isLost) return fail(problem('file/exists', { path }));
    const regular = refuseDevice(path);
    if (!regular.ok) return regular;
  }
  return ok(null);
}

/** The same path, or two names of one file. */
function isSame(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [first, second] = [one, other].map((path) => statSync(resolve(path), { throwIfNoEntry: false, bigint: true }));
  return first !== undefined && second?.ino === first.ino && second.dev === first.dev && first.isFile();
}

function refuseDevice(path: string): Outcome<null> {
  const there = statSync(resolve(path), { throwIfNoEntry: false });
  return there === undefined || there.isFile() || there.isDirectory()
    ? ok(null)
    : fail(problem('file/not-writable', { path: resolve(path), reason: 'not a regular file' }));
}

/**
 * A new file, or one that its command replaces on purpose; file/not-writable for a device or a pipe, in whose place a
 * file would stand afterwards.
 */
export function writeOutput(path: string, content: string | Uint8Array, readers: Readers = 'everyone'): Outcome<null> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const regular = refuseDevice(path);
  if (!regular.ok) return regular;
  return writeAtomically(nodeFileSystem, resolve(path), bytes, readers);
}

/** `sample-key.p12` has its certificate in `sample-key.crt.pem`. */
export function beside(path: string, ending: string): string {
  const extension = extname(path);
  return `${extension === '' ? path : path.slice(0, -extension.length)}${ending}`;
}
