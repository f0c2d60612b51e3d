/** Writes a long text piece by piece, so that a reader sees the whole old or the whole new file. */
import { dirname, join, resolve } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { checkTaken, describeWriteFailure, renameWithRetries, temporaryName } from '../files/atomic-write.ts';
import type { FileSystem } from '../files/file-system.ts';
import { quietly } from '../files/quietly.ts';

const pieceBytes = 1024 * 1024;

/** @returns the problems of `writeAtomically` */
export function writeStreamed(fs: FileSystem, path: string, texts: Iterable<string>): Outcome<null> {
  const target = resolve(path);
  const temporary = join(dirname(target), temporaryName());
  try {
    const descriptor = fs.openNew(temporary, 'everyone');
    try {
      for (const bytes of pieces(texts)) {
        for (let offset = 0; offset < bytes.length;) offset += checkTaken(fs.write(descriptor, bytes, offset));
      }
      fs.sync(descriptor);
    } finally {
      fs.close(descriptor);
    }
    renameWithRetries(fs, temporary, target);
    fs.syncFolder(dirname(target));
    return ok(null);
  } catch (error) {
    quietly(() => {
      fs.remove(temporary);
    });
    return fail(describeWriteFailure(error, path));
  }
}

function* pieces(texts: Iterable<string>): Generator<Uint8Array> {
  let gathered: string[] = [];
  let length = 0;
  for (const text of texts) {
    gathered.push(text);
    length += text.length;
    if (length < pieceBytes) continue;
    yield Buffer.from(gathered.join(''));
    gathered = [];
    length = 0;
  }
  yield Buffer.from(gathered.join(''));
}
