/** Writes what a command makes into new files; nothing that is there is overwritten. */
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

/**
 * A new file, or one that its command replaces on purpose; file/not-writable for a device or a pipe, in whose place a
 * file would stand afterwards.
 */
export function writeOutput(path: string, content: string | Uint8Array, readers: Readers = 'everyone'): Outcome<null> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const there = statSync(resolve(path), { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile() && !there.isDirectory())
    return fail(problem('file/not-writable', { path: resolve(path), reason: 'not a regular file' }));
  return writeAtomically(nodeFileSystem, resolve(path), bytes, readers);
}

/** `sample-key.p12` has its certificate in `sample-key.crt.pem`. */
export function beside(path: string, ending: string): string {
  const extension = extname(path);
  return `${extension === '' ? path : path.slice(0, -extension.length)}${ending}`;
}
