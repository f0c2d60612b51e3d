/** Messages to copy and send to a unit whose report is missing or not in order. */
import { isOursToMend } from '../consolidation/refusal.ts';
import type { BrokenChain, RefusedFile, UnitFault } from '../consolidation/unit-fault.ts';
import { fillPlaces, type Language } from '../lib/bilingual.ts';
import { assertNever } from '../lib/assert-never.ts';
import { consolidationWords as words } from './consolidation.ts';
import { describeRefusal } from './describe-refusal.ts';
import { askOf, whatIsWrong } from './tell-unit.ts';

const mostPlaces = 10;

/** A fault as far as a message tells it: of files that differ, only their names. */
export type Remindable =
  Exclude<UnitFault, { readonly kind: 'conflict' }> | { readonly kind: 'conflict'; readonly options: readonly { readonly file: string }[] };

/** One message for one fault: to the unit, or to the own office where the unit can do nothing about it. */
export function remindUnit(unit: string, year: number, fault: Remindable, language: Language): string {
  switch (fault.kind) {
    case 'missing':
      return fillPlaces(words.remindMissing[language], { unit, year });
    case 'refused':
      return remindRefused(unit, fault, language);
    case 'conflict': {
      const files = fault.options.map(({ file }) => file).join(language === 'zh' ? '、' : ', ');
      return fillPlaces(words.remindConflict[language], { unit, files });
    }
    case 'figures': {
      const findings = fault.findings.map((each) => `${each.code} ${each.message[language]}`).join('\n');
      return fillPlaces(words.remindWrong[language], { unit, findings });
    }
    case 'not-understood': {
      const places = fault.places.slice(0, mostPlaces).join(language === 'zh' ? '、' : ', ');
      return fillPlaces(words.remindNotUnderstood[language], { unit, file: fault.file, places, count: fault.places.length });
    }
    default:
      return assertNever(fault);
  }
}

function remindRefused(unit: string, { file, refusal }: RefusedFile, language: Language): string {
  if (isOursToMend(refusal)) {
    return fillPlaces(words.remindSelf[language], { unit, file, reason: describeRefusal(refusal, language).message });
  }
  const places = { unit, file, what: whatIsWrong(refusal, language), ask: askOf(refusal, language) };
  return fillPlaces(words.remindRefused[language], places);
}

/** Of a file that came beside the report that counts (`counted`): it need not be sent again. */
export function remindBeside(unit: string, { file, refusal }: RefusedFile, counted: string, language: Language): string {
  if (isOursToMend(refusal)) return remindRefused(unit, { file, refusal }, language);
  return fillPlaces(words.remindBeside[language], { unit, file, counted, what: whatIsWrong(refusal, language) });
}

/** Asks for the version that is missing between two. */
export function remindChain(unit: string, { why, file, revision, previous }: BrokenChain, language: Language): string {
  const template = why === 'broken' ? words.remindBroken : words.remindAbsent;
  const shown = previous === null ? words.noPrevious[language] : previous.slice(0, 12);
  return fillPlaces(template[language], { unit, file, revision, before: revision - 1, previous: shown });
}

/** That a report without a signature has arrived: no receipt can say it. `time` in words. */
export function tellArrived(
  unit: string,
  year: number,
  came: { readonly file: string; readonly time: string },
  language: Language,
): string {
  return fillPlaces(words.tellArrived[language], { unit, year, ...came });
}
