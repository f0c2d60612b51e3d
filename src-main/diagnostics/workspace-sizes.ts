/** How large the data are and how many of each kind: never what is in them, nor what they are called. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type FolderSize = { readonly files: number; readonly kilobytes: number };

/** Of each folder of the user's data that exists, by its fixed name; the data folder's own files under `.`. */
export function sizesOf(data: string): Readonly<Record<string, FolderSize>> {
  const folders = [
    '.',
    'workspace',
    'workspace/generations',
    'workspace/backups',
    'workspace/attachments',
    'identity',
    'logs',
    'channel',
    'updates',
  ];
  const there = folders.filter((name) => existsSync(join(data, name)));
  return Object.fromEntries(there.map((name) => [name, sizeOf(join(data, name))]));
}

function sizeOf(folder: string): FolderSize {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0);
  return { files: files.length, kilobytes: Math.ceil(bytes / 1024) };
}
