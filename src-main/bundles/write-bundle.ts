/** Puts a sealed bundle on a medium and makes sure that the medium gives it back. */
import { existsSync } from 'node:fs';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem, type FileSystem } from '../files/file-system.ts';
import { quietly } from '../files/quietly.ts';
import { readBytes } from '../files/read-file.ts';

/**
 * Writes a new file and compares what is read back; an existing file is never overwritten (file/exists). After a problem
 * the file is taken away again, where the medium lets it: trying once more must not meet what the failure left.
 */
export function writeAndReadBack(path: string, bytes: Uint8Array, fs: FileSystem = nodeFileSystem): Outcome<null> {
  if (existsSync(path)) return fail(problem('file/exists', { path }));
  const written = writeNew(fs, path, bytes);
  if (!written.ok) {
    quietly(() => {
      fs.remove(path);
    });
  }
  return written;
}

function writeNew(fs: FileSystem, path: string, bytes: Uint8Array): Outcome<null> {
  const written = writeAtomically(fs, path, bytes);
  if (!written.ok) return written;
  const back = readBytes(fs, path, bytes.length);
  if (!back.ok && back.problem.code !== 'file/too-large') return back;
  const isSame = back.ok && Buffer.compare(back.value, bytes) === 0;
  return isSame ? ok(null) : fail(problem('bundle/read-back-differs', { path }));
}
