/** The files that the caller means: those named, and all below the folders named, each once and in a fixed order. */
import { readdirSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { errnoOf } from '../files/file-system.ts';
import { reportExtensions } from '../filings/read-report-file.ts';

/** `isNamed` for a file that the caller named itself: it is refused where one in a folder would be passed over. */
export type ListedFile = { readonly path: string; readonly isNamed: boolean };

/** Deeper folders are no stick with reports, but a loop or a whole disk. */
const deepest = 12;

/**
 * Files that systems and office programs leave behind are passed over, and links to folders are not followed. `except`
 * are files and folders that the command reads or writes itself. A file that is not there is listed all the same: whoever reads it says so.
 * @returns file/not-readable for a folder that cannot be listed
 */
export function listFiles(places: readonly string[], except: readonly string[]): Outcome<readonly ListedFile[]> {
  const skipped = except.map((path) => resolve(path));
  const isSkipped = (path: string) => skipped.some((each) => path === each || path.startsWith(each + sep));
  const files = new Map<string, ListedFile>();
  for (const place of places) {
    try {
      for (const file of listPlace(place)) {
        const path = resolve(file.path);
        if (!isSkipped(path) && !files.has(path)) files.set(path, file);
      }
    } catch (error) {
      return fail(problem('file/not-readable', { path: place, reason: errnoOf(error) }));
    }
  }
  return ok([...files.values()]);
}

/** Archives are looked at for what is in them, and refused by name. */
export const archiveExtensions = ['.zip', '.rar', '.7z', '.gz', '.tgz'];

/** Names of files that may be reports, even of kinds that cannot be read: those are refused with words. */
const extensions = [
  '.asice',
  '.p7m',
  '.json',
  ...reportExtensions,
  '.markdown',
  '.text',
  '.doc',
  '.wps',
  '.pdf',
  '.mht',
  '.mhtml',
  ...archiveExtensions,
];

/** Whether a file in a folder is looked at. */
export function isReportName(path: string): boolean {
  return extensions.includes(extname(path).toLowerCase());
}

function listPlace(place: string): readonly ListedFile[] {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? below(place, 1).map((path) => ({ path, isNamed: false })) : [{ path: place, isNamed: true }];
}

function below(folder: string, depth: number): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isLeftBehind(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return depth < deepest ? below(path, depth + 1) : [];
      return entry.isFile() ? [path] : [];
    });
}

/** Hidden files, locks of office programs, and what Windows and macOS put into folders. */
function isLeftBehind(name: string): boolean {
  return /^\.|^~\$|^(?:thumbs\.db|desktop\.ini|__MACOSX)$|\.tmp$/iu.test(name);
}
