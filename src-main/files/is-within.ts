/** Whether a folder is another one, or somewhere in it, whatever the links on the way there. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { errnoOf } from './file-system.ts';

export function isWithin(folder: string, path: string): boolean {
  const way = relative(realOf(folder), realOf(path));
  return way === '' || !(way === '..' || /^\.\.[\\/]/u.test(way) || isAbsolute(way));
}

/** The way without links; as it was given where there is none to follow. @throws what is no answer of the system */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    errnoOf(error);
    return resolve(path);
  }
}
