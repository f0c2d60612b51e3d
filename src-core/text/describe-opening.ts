/** What the user is told after a copy was opened in the place of a broken file. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { LostEdits } from '../workspace/last-save.ts';
import type { Accident } from '../workspace/accident.ts';
import { openingWords } from './screens/opening.ts';

/** As in `OpeningReport` (ipc/views.ts). */
export type Recovery = {
  readonly setAside: string;
  readonly copy: { readonly kind: 'generation' | 'backup' };
  readonly savedAt: string;
  readonly lost: LostEdits;
};

/** `moment` words a time to the second. */
export function describeAccident({ at, report }: Accident, language: Language, moment: (iso: string) => string): string {
  const said = report.kind === 'older' ? describeOlder(report.lost, language, moment) : describeRecovery(report, language, moment);
  return `${fillPlaces(openingWords.happened[language], { at: moment(at) })}${said}`;
}

/** `moment` words a time (ISO 8601) where the user is. */
export function describeRecovery({ setAside, copy, savedAt, lost }: Recovery, language: Language, moment: (iso: string) => string): string {
  const say = (words: Bilingual, places: Readonly<Record<string, string>> = {}) => fillPlaces(words[language], places);
  const sentences = [
    setAside === '' ? say(openingWords.missing) : say(openingWords.setAside, { setAside }),
    say(openingWords[copy.kind], { savedAt: moment(savedAt) }),
    ...describeLoss(lost, language, moment),
  ];
  return sentences.join(language === 'zh' ? '' : ' ');
}

/** Of a whole file that is older than what was saved last. */
export function describeOlder(lost: LostEdits, language: Language, moment: (iso: string) => string): string {
  const sentences = [openingWords.older[language], ...describeLoss(lost, language, moment), openingWords.newerCopies[language]];
  return sentences.join(language === 'zh' ? '' : ' ');
}

function describeLoss(lost: LostEdits, language: Language, moment: (iso: string) => string): readonly string[] {
  const say = (words: Bilingual, places: Readonly<Record<string, string | number>> = {}) => fillPlaces(words[language], places);
  switch (lost.kind) {
    case 'nothing':
      return [say(openingWords.nothingLost, { lastSaveAt: moment(lost.lastSaveAt) })];
    case 'unknown':
      return [
        lost.lastSaveAt === null ? say(openingWords.unknown) : say(openingWords.unknownSince, { lastSaveAt: moment(lost.lastSaveAt) }),
      ];
    case 'some': {
      const lastSaveAt = moment(lost.lastSaveAt);
      const steps = lost.steps === null ? [] : [say(openingWords.steps, { count: lost.steps })];
      const filings = lost.filings.map(({ unitName, reportYear, changedAt }) =>
        say(openingWords.filing, { unit: unitName, year: reportYear, changedAt: moment(changedAt) }),
      );
      if (filings.length === 0) return [say(openingWords.lostSettings, { lastSaveAt }), ...steps];
      const named = say(openingWords.lost, { lastSaveAt, filings: filings.join(openingWords.separator[language]) });
      return lost.isComplete ? [named, ...steps] : [named, ...steps, say(openingWords.lostMore)];
    }
  }
}
