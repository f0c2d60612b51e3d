/** The help as the build made it (`vite.help.ts`), and behind it the filling instructions of the editions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#core/lib/bilingual.ts';
import { fillingTopics } from '#core/help/filling-topics.ts';
import type { HelpTopic } from '#core/help/help.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';

/** `build`: the folder of all parts. The newest edition comes first. */
export function help(build: string, editions: readonly LoadedEdition[], language: Language): readonly HelpTopic[] {
  const book = JSON.parse(readFileSync(join(build, 'main/help.json'), 'utf8')) as Readonly<Record<Language, readonly HelpTopic[]>>;
  const newest = [...editions].sort((one, other) => other.id.localeCompare(one.id, 'en'));
  return [...book[language], ...newest.flatMap(({ form }) => fillingTopics(form.edition, language))];
}
