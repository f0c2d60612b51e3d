/** The help in the language of the screens, and what is looked for in it. */
import type { HelpTopic } from '#core/help/help.ts';
import { searchHelp } from '#core/help/search-help.ts';
import type { Language } from '#core/lib/bilingual.ts';
import type { Problem } from '#core/lib/problem.ts';
import { bridge } from '../bridge.ts';

export class HelpState {
  #topics = $state.raw<readonly HelpTopic[]>([]);
  #problem = $state.raw<Problem | null>(null);
  #chosen = $state<string | null>(null);
  query = $state('');
  readonly found = $derived(searchHelp(this.#topics, this.query));
  /** The one that is read: the chosen one while it is found, else the first. */
  readonly topic = $derived(this.found.find(({ id }) => id === this.#chosen) ?? this.found[0] ?? null);

  constructor(language: Language) {
    void this.#read(language);
  }

  get problem(): Problem | null {
    return this.#problem;
  }

  choose(id: string): void {
    this.#chosen = id;
  }

  async #read(language: Language): Promise<void> {
    const read = await bridge['app/help']({ language });
    if (read.ok) this.#topics = read.value;
    else this.#problem = read.problem;
  }
}
