/** Ways out where the workspace could not be opened. */
import { bridge } from '../bridge.ts';
import type { Problem } from '#core/lib/problem.ts';

export class FailedOpening {
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);
  readonly #onopened: () => void;

  constructor(onopened: () => void) {
    this.#onopened = onopened;
  }

  /** Why the last attempt failed. */
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** `backup`: from a file that the user is asked for, in the place of the broken one, which is kept. */
  async retry(from: 'folder' | 'backup'): Promise<void> {
    this.#isBusy = true;
    this.#problem = null;
    const opened = await bridge['app/retry']({ from });
    this.#isBusy = false;
    if (opened.ok) this.#onopened();
    else if (opened.problem.code !== 'backup/cancelled') this.#problem = opened.problem;
  }

  async openFolder(): Promise<void> {
    await bridge['app/open-data-folder'](undefined);
  }
}
