/** What is to be noted of a unit, in a sentence. */
import type { UnitRemark } from '../consolidation/unit-fault.ts';
import { fillPlaces, type Language } from '../lib/bilingual.ts';
import { subordinateWords as words } from './screens/subordinates.ts';

/** Files beside the report are named by whoever shows them. */
export function describeRemark(remark: UnitRemark, language: Language): string {
  switch (remark.kind) {
    case 'beside':
      return fillPlaces(words.beside[language], { count: remark.files.length });
    case 'chain': {
      const template = remark.why === 'broken' ? words.chainBroken : words.chainAbsent;
      return fillPlaces(template[language], { file: remark.file, revision: remark.revision });
    }
    case 'earlier':
      return fillPlaces(words.earlier[language], { returned: remark.returned, revision: remark.revision });
  }
}
