/** Bundles that were verified since the screen was opened. */
import type { Problem } from '#core/lib/problem.ts';
import type { VerifiedFile } from '#core/ipc/views.ts';
import { bridge } from '../bridge.ts';

export class VerifyState {
  #files = $state.raw<readonly VerifiedFile[]>([]);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);

  get files(): readonly VerifiedFile[] {
    return this.#files;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Files that were verified before the screen was opened. */
  show(files: readonly VerifiedFile[]): void {
    this.#files = files;
  }

  async choose(): Promise<void> {
    this.#isBusy = true;
    this.#problem = null;
    const outcome = await bridge['bundle/verify'](undefined);
    this.#isBusy = false;
    if (!outcome.ok) {
      this.#problem = outcome.problem;
      this.#files = [];
    } else if (outcome.value.length > 0) this.#files = outcome.value;
  }
}
