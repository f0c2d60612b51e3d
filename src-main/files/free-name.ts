/** A name that no file of a folder has: nothing is ever overwritten. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';

/** `a.asice`, or `a (2).asice` where that is taken. */
export function freeName(folder: string, name: string): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  let free = name;
  for (let number = 2; existsSync(join(folder, free)); number += 1) free = `${stem} (${String(number)})${extension}`;
  return free;
}
