/** Calls of the main process that a screen waits for: whether one is under way, and what went wrong with the last. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';

export class Calls {
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);

  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }
  /** Null forgets the last. */
  say(problem: Problem | null): void {
    this.#problem = problem;
  }

  /** Null after a problem, and when the user thought better of it. */
  async wait<T>(call: Promise<Outcome<T | null>>): Promise<T | null> {
    this.#isBusy = true;
    const outcome = await call;
    this.#isBusy = false;
    this.#problem = outcome.ok ? null : outcome.problem;
    return outcome.ok ? outcome.value : null;
  }
}
