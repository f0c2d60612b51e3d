/** The bundles that a command is given: files by name, and all `.asice` files below folders, with the archives beside them. */
import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { archiveExtensions, listFiles, type ListedFile } from '../reception/list-files.ts';

/** In the order given, files of a folder by name. A file that is not there is listed too: whoever reads it says so. @returns file/not-readable; file/not-found for a folder without bundles */
export function bundlesAt(places: readonly string[]): Outcome<readonly ListedFile[]> {
  const bundles: ListedFile[] = [];
  for (const path of places) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
      bundles.push({ path, isNamed: true });
      continue;
    }
    const listed = listFiles([path], []);
    if (!listed.ok) return listed;
    const wanted = ['.asice', ...archiveExtensions];
    const below = listed.value.filter((file) => wanted.includes(extname(file.path).toLowerCase()));
    if (below.length === 0) return fail(problem('file/not-found', { path: join(path, '*.asice') }));
    bundles.push(...below);
  }
  return ok(bundles);
}
