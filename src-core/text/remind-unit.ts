/** Messages to copy and send to a unit whose report is missing or not in order. */
import { isOursToMend } from '../consolidation/refusal.ts';
import type { UnitFault } from '../consolidation/unit-fault.ts';
import { fillPlaces, type Language } from '../lib/bilingual.ts';
import { assertNever } from '../lib/assert-never.ts';
import { consolidationWords as words } from './consolidation.ts';
import { describeRefusal } from './describe-refusal.ts';

const mostPlaces = 10;

/** One message for one fault: to the unit, or to the own office where the unit can do nothing about it. */
export function remindUnit(unit: string, year: number, fault: UnitFault, language: Language): string {
  switch (fault.kind) {
    case 'missing':
      return fillPlaces(words.remindMissing[language], { unit, year });
    case 'refused':
      return fillPlaces(words[isOursToMend(fault.refusal) ? 'remindSelf' : 'remindRefused'][language], {
        unit,
        file: fault.file,
        reason: describeRefusal(fault.refusal, language).message,
      });
    case 'conflict':
      return fillPlaces(words.remindConflict[language], { unit, files: fault.files.join(language === 'zh' ? '、' : ', ') });
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
