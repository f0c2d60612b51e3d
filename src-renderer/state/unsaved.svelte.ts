/** What is not on disk, for every screen: since when, and why; tried again by itself as long as it lasts. */
import type { SaveState, UnsavedView } from '#core/ipc/views.ts';
import type { Outcome } from '#core/lib/outcome.ts';

/** Milliseconds until it is tried again. */
const retryDelay = 4_000;

export type UnsavedCalls = {
  readonly ask: () => Promise<Outcome<UnsavedView | null>>;
  readonly again: () => Promise<Outcome<SaveState>>;
  readonly now: () => number;
};

export class Unsaved {
  #view = $state.raw<UnsavedView | null>(null);
  #minutes = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #calls: UnsavedCalls;

  constructor(calls: UnsavedCalls) {
    this.#calls = calls;
  }

  get view(): UnsavedView | null {
    return this.#view;
  }
  /** Whole minutes since the first edit that could not be written. */
  get minutes(): number {
    return this.#minutes;
  }

  /** Asks how it stands; called when the main process says that it changed. */
  async look(): Promise<void> {
    const asked = await this.#calls.ask();
    if (!asked.ok) return;
    clearTimeout(this.#timer);
    this.#view = asked.value;
    if (asked.value === null) return;
    this.#minutes = Math.max(0, Math.floor((this.#calls.now() - Date.parse(asked.value.since)) / 60_000));
    this.#timer = setTimeout(() => void this.again(), retryDelay);
  }

  async again(): Promise<void> {
    await this.#calls.again();
    await this.look();
  }
}
