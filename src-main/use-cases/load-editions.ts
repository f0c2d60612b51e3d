/** Loads the form editions, each with its rules: those that come with the app, and those that the user installed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { readEditionFolder } from '../editions/edition-folder.ts';
import { loadInstalled } from '../editions/installed-editions.ts';

/**
 * Every folder of `folder` is an edition: `edition.json` and `rules.json`. One that does not decode fails them all.
 * Installed ones come first: for the years that they cover they are meant to replace the others.
 */
export function loadEditions(folder: string, installed: string | null = null): Outcome<readonly LoadedEdition[]> {
  const added = installed === null ? ok([]) : loadInstalled(installed);
  if (!added.ok) return added;
  const editions: LoadedEdition[] = [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => each.name);
  for (const name of names.toSorted()) {
    const read = readEditionFolder(join(folder, name), name);
    if (!read.ok) return read;
    editions.push(read.value.loaded);
  }
  return ok([...added.value, ...editions]);
}
