/** Messages to copy to the units whose reports are missing or cannot be used, with whom to call. */
import { basename } from 'node:path';
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { consolidationWords as words } from '#core/text/consolidation.ts';
import type { Sum } from '../reception/consolidate-files.ts';
import { describeRefusal } from '../reception/describe-refusal.ts';

export type Reminder = {
  readonly unit: string;
  readonly name: string;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly message: string;
};

/** In the order of the roster; units that nobody expects are left to the list of refusals. */
export function remindersOf({ consolidation, refusals }: Sum, language: Language): readonly Reminder[] {
  const { expected, conflicts, contributors, reportYear } = consolidation;
  return expected.flatMap(({ unit, state }): Reminder[] => {
    const { code, name, contact, phone } = unit;
    const remind = (message: string): Reminder => ({ unit: code, name, contact, phone, message });
    if (state === 'missing') return [remind(fillPlaces(words.remindMissing[language], { unit: name, year: reportYear }))];
    const refused = refusals
      .filter(({ claimedUnit }) => claimedUnit === code)
      .map((each) => ({ unit: name, file: basename(each.file), reason: describeRefusal(each, language).message }))
      .map((places) => remind(fillPlaces(words.remindRefused[language], places)));
    const inConflict = conflicts
      .filter((each) => each.code === code)
      .map(({ sources }) => sources.map(({ file }) => basename(file)).join('、'))
      .map((files) => remind(fillPlaces(words.remindConflict[language], { unit: name, files })));
    const wrong = contributors
      .filter((each) => (each.of?.code ?? each.code) === code && each.source.wrong.length > 0)
      .map(({ source }) => source.wrong.map((each) => `${each.code} ${each.message[language]}`).join('\n'))
      .map((findings) => remind(fillPlaces(words.remindWrong[language], { unit: name, findings })));
    return [...refused, ...inConflict, ...wrong];
  });
}
