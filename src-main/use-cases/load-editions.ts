/** Loads the form editions that come with the app, each with its rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '#core/lib/decode.ts';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { loadEdition, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { sha256Hex } from '../signing/digest.ts';

/** Every folder of `folder` is an edition: `edition.json` and `rules.json`. One that does not decode fails them all. */
export function loadEditions(folder: string): Outcome<readonly LoadedEdition[]> {
  const editions: LoadedEdition[] = [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => each.name);
  for (const name of names.toSorted()) {
    const editionFile = `${name}/edition.json`;
    const rulesFile = `${name}/rules.json`;
    const edition = parseJson(readFileSync(join(folder, editionFile), 'utf8'), { file: editionFile });
    if (!edition.ok) return edition;
    const rules = parseJson(readFileSync(join(folder, rulesFile), 'utf8'), { file: rulesFile });
    if (!rules.ok) return rules;
    const loaded = loadEdition({ edition: edition.value, rules: rules.value, editionFile, rulesFile }, sha256Hex);
    if (!loaded.ok) return loaded;
    editions.push(loaded.value);
  }
  return ok(editions);
}
