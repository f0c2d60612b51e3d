/** The way of edits to the disk: one after another, and the word 已保存 only for what the disk has. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { SaveState } from '#core/ipc/views.ts';

export class Saving {
  #state = $state.raw() as SaveState;
  #refused = $state.raw<SaveState | null>(null);
  #underWay = $state(0);
  #last: Promise<void> = Promise.resolve();

  constructor(state: SaveState) {
    this.#state = state;
  }

  get state(): SaveState {
    return this.#refused ?? this.#state;
  }
  get isUnderWay(): boolean {
    return this.#underWay > 0;
  }

  take(state: SaveState): void {
    this.#state = state;
  }

  /** Sends an edit after those before it; a refused one is shown like one that could not be written. */
  send(edit: () => Promise<Outcome<SaveState>>): void {
    this.#underWay += 1;
    this.#last = this.#last.then(async () => {
      const outcome = await edit();
      // A refused edit is on no disk: what is saved after it does not make it so.
      if (!outcome.ok) this.#refused ??= { state: 'unsaved', problem: outcome.problem };
      else this.#state = outcome.value;
      this.#underWay -= 1;
    });
  }

  /** Resolves when nothing is under way, also when more was sent while waiting. */
  async settle(): Promise<void> {
    while (this.#underWay > 0) await this.#last;
  }
}
