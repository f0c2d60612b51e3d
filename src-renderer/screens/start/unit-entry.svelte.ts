/** What is entered of a unit, and what is wrong with it. */
import type { Bilingual } from '#core/lib/bilingual.ts';
import type { UnitLevel } from '#core/form/unit-level.ts';
import { levelOfCode } from '#core/form/division-code.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import { startWords } from '#core/text/screens/start.ts';

/** Full-width digits are what an input method gives. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

export class UnitEntry {
  name = $state('');
  code = $state('');
  /** Null as long as the code decides. */
  chosenLevel = $state<UnitLevel | null>(null);
  #level = $derived(this.chosenLevel ?? levelOfCode(plain(this.code)));

  constructor(unit: ReportingUnit | null) {
    if (unit === null) return;
    this.name = unit.name;
    this.code = unit.code;
    this.chosenLevel = unit.level === levelOfCode(unit.code) ? null : unit.level;
  }

  get level(): UnitLevel {
    return this.#level;
  }
  get nameFault(): Bilingual | null {
    return this.name.trim() === '' ? startWords.required : null;
  }
  get codeFault(): Bilingual | null {
    const code = plain(this.code);
    if (code === '') return startWords.required;
    return /^[0-9A-Za-z-]{1,32}$/u.test(code) ? null : startWords.badCode;
  }
  /** Null while something is wrong. */
  get unit(): ReportingUnit | null {
    if (this.nameFault !== null || this.codeFault !== null) return null;
    return { code: plain(this.code), name: this.name.replaceAll(/\p{C}/gu, '').trim(), creditCode: null, level: this.level };
  }
}
