/** `edition list`, `edition remove`: the form editions at hand. */
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { editionWords } from '#core/text/editions.ts';
import { installedEditionsIn } from '../editions/data-folder.ts';
import { loadInstalled, removeEdition } from '../editions/installed-editions.ts';
import type { Command } from './command.ts';
import { yearsOf } from './describe-edition.ts';

export const editionListCommand: Command = {
  name: 'edition list',
  usage: 'edition list [--data DIR] [--json]',
  about: editionWords.aboutList,
  options: {},
  files: { min: 0, max: 0 },
  run: (_args, { editions, dataFolder }) => {
    const installed = loadInstalled(installedEditionsIn(dataFolder));
    if (!installed.ok) return installed;
    const listed = editions.map((each) => {
      const isInstalled = installed.value.some(({ digest }) => digest === each.digest);
      return { id: each.id, years: yearsOf(each), digest: each.digest, isInstalled };
    });
    const say = (language: Language) =>
      listed
        .map(({ isInstalled, ...each }) =>
          fillPlaces(editionWords.line[language], {
            ...each,
            origin: (isInstalled ? editionWords.installed : editionWords.builtIn)[language],
          }),
        )
        .join('\n');
    return ok({ exit: 0, text: { zh: say('zh'), en: say('en') }, data: listed });
  },
};

export const editionRemoveCommand: Command = {
  name: 'edition remove',
  usage: 'edition remove DIGEST [--data DIR]',
  about: editionWords.aboutRemove,
  options: {},
  files: { min: 1, max: 1 },
  run: (args, { dataFolder }) => {
    const folder = installedEditionsIn(dataFolder);
    const installed = loadInstalled(folder);
    if (!installed.ok) return installed;
    const beginning = args.files[0] ?? '';
    const found = installed.value.filter(({ digest }) => beginning.length >= 8 && digest.startsWith(beginning));
    const [edition] = found;
    if (edition === undefined || found.length > 1) {
      const known = installed.value.map((each) => each.digest.slice(0, 12)).join(', ');
      return fail(problem('edition/unknown', { edition: beginning, known }));
    }
    const removed = removeEdition(folder, edition);
    if (!removed.ok) return removed;
    const places = { id: edition.id, digest: edition.digest.slice(0, 12) };
    const text = { zh: fillPlaces(editionWords.removed.zh, places), en: fillPlaces(editionWords.removed.en, places) };
    return ok({ exit: 0, text, data: { id: edition.id, digest: edition.digest } });
  },
};
