/** Whether a folder takes new files at all: asked before somebody types for an hour. */
import { join } from 'node:path';
import type { Problem } from '#core/lib/problem.ts';
import { describeWriteFailure, temporaryName } from './atomic-write.ts';
import type { FileSystem } from './file-system.ts';

/** Makes an empty file and takes it away; null when that went, else the problems of `writeAtomically`. */
export function probeWriting(fs: FileSystem, folder: string): Problem | null {
  const path = join(folder, temporaryName());
  try {
    fs.close(fs.openNew(path, 'owner'));
    fs.remove(path);
    return null;
  } catch (error) {
    return describeWriteFailure(error, folder);
  }
}
