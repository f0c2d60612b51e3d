/** The way of edits to the disk: one after another, and the word 已保存 only for what the disk has; what it has not is tried again. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { SaveState } from '#core/ipc/views.ts';

/** Milliseconds until what could not be written is tried again, while nothing else is sent. */
const retryDelay = 4_000;

export class Saving {
  #state = $state.raw() as SaveState;
  #refused = $state.raw<Problem | null>(null);
  #underWay = $state(0);
  #last: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #again: () => Promise<Outcome<SaveState>>;

  /** @param again writes what is not on disk */
  constructor(state: SaveState, again: () => Promise<Outcome<SaveState>>) {
    this.#state = state;
    this.#again = again;
    this.#plan();
  }

  get state(): SaveState {
    return this.#refused === null ? this.#state : { state: 'unsaved', problem: this.#refused };
  }
  /** An edit was refused, which no saving again mends. */
  get refused(): Problem | null {
    return this.#refused;
  }
  get isUnderWay(): boolean {
    return this.#underWay > 0;
  }

  take(state: SaveState): void {
    this.#state = state;
    this.#plan();
  }

  /** Sends an edit after those before it; a refused one is shown like one that could not be written. */
  send(edit: () => Promise<Outcome<SaveState>>): void {
    clearTimeout(this.#timer);
    this.#underWay += 1;
    this.#last = this.#last.then(async () => {
      const outcome = await edit();
      // A refused edit is on no disk: what is saved after it does not make it so.
      if (!outcome.ok) this.#refused ??= outcome.problem;
      else this.#state = outcome.value;
      this.#underWay -= 1;
      this.#plan();
    });
  }

  /** Every edit writes all that is unsaved; while none is made the app tries by itself. */
  #plan(): void {
    clearTimeout(this.#timer);
    if (this.#underWay > 0) return;
    if (this.#state.state === 'saved') return;
    this.#timer = setTimeout(() => {
      this.send(this.#again);
    }, retryDelay);
  }

  /** Resolves when nothing is under way, also when more was sent while waiting. */
  async settle(): Promise<void> {
    while (this.#underWay > 0) await this.#last;
  }
}
