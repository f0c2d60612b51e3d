/** The names in a folder that may not be there yet: then it has none. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { errnoOf, type FileSystem } from './file-system.ts';

/** @throws a failed call, as `fs.list` does. */
export function namesIn(fs: FileSystem, folder: string): readonly string[] {
  try {
    return fs.list(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** file/not-readable { path, reason } where it is there and cannot be read. */
export function listFolder(fs: FileSystem, folder: string): Outcome<readonly string[]> {
  try {
    return ok(namesIn(fs, folder));
  } catch (error) {
    return fail(problem('file/not-readable', { path: folder, reason: errnoOf(error) }));
  }
}
