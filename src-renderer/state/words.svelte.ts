/** The language of the screens, and how an entry of the catalogue is said in it. */
import { fillPlaces, type Bilingual, type Language } from '#core/lib/bilingual.ts';
import type { Problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { bridge } from '../bridge.ts';

class Words {
  #language = $state<Language>('zh');

  get language(): Language {
    return this.#language;
  }

  start(language: Language): void {
    this.#language = language;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }

  async choose(language: Language): Promise<void> {
    this.start(language);
    await bridge['app/set-language'](language);
  }

  say(entry: Bilingual, values: Readonly<Record<string, string | number>> = {}): string {
    return fillPlaces(entry[this.#language], values);
  }

  problem(problem: Problem): string {
    return describeProblem(problem, this.#language);
  }

  /** With the seconds, where it matters what came before what. */
  second(iso: string): string {
    const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium' };
    return new Intl.DateTimeFormat(this.#language === 'zh' ? 'zh-CN' : 'en-GB', options).format(new Date(iso));
  }

  /** A moment as people here write it: 10:32, or with the date when it is not today. */
  moment(iso: string, withDate = true): string {
    const date = new Date(iso);
    const options: Intl.DateTimeFormatOptions = withDate ? { dateStyle: 'medium', timeStyle: 'short' } : { timeStyle: 'short' };
    return new Intl.DateTimeFormat(this.#language === 'zh' ? 'zh-CN' : 'en-GB', options).format(date);
  }
}

export const words = new Words();
