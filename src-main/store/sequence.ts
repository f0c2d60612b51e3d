/** One numbering for generations and backups, so that the newest of all is known whatever the clock said. */
import type { FileSystem } from '../files/file-system.ts';
import { namesIn } from '../files/list-folder.ts';

/** The number after the highest in the names of `folders`; those that are not there have none. @throws a failed call. */
export function nextSequence(fs: FileSystem, folders: readonly string[]): number {
  const numbers = folders.flatMap((folder) => namesIn(fs, folder).map((name) => Number(/^\d{6,15}(?=-)/u.exec(name)?.[0] ?? 0)));
  return numbers.reduce((highest, each) => Math.max(highest, each), 0) + 1;
}
