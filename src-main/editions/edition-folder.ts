/** Reads the two files of an edition folder. */
import { join } from 'node:path';
import { parseJson } from '#core/lib/decode.ts';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { loadEdition, type EditionFiles, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readText } from '../files/read-file.ts';
import { sha256Hex } from '../signing/digest.ts';

/** Editions are some hundred kilobytes. */
export const editionLimitBytes = 8 * 1024 * 1024;

export type EditionFolder = EditionFiles & { readonly loaded: LoadedEdition };

/** `edition.json` and `rules.json` of a folder; `name` is how problems call it. file/…, edition/malformed, edition/inconsistent. */
export function readEditionFolder(folder: string, name: string): Outcome<EditionFolder> {
  const editionFile = `${name}/edition.json`;
  const rulesFile = `${name}/rules.json`;
  const edition = readJson(join(folder, 'edition.json'), editionFile);
  if (!edition.ok) return edition;
  const rules = readJson(join(folder, 'rules.json'), rulesFile);
  if (!rules.ok) return rules;
  const files = { edition: edition.value, rules: rules.value, editionFile, rulesFile };
  const loaded = loadEdition(files, sha256Hex);
  return loaded.ok ? ok({ ...files, loaded: loaded.value }) : loaded;
}

function readJson(path: string, file: string): Outcome<unknown> {
  const text = readText(nodeFileSystem, path, editionLimitBytes);
  return text.ok ? parseJson(text.value, { file }) : text;
}
