/** The update from a stick: chosen and verified, rehearsed, started. */
import type { Problem } from '#core/lib/problem.ts';
import type { RehearsedView, UpdateView } from '#core/ipc/update-contract.ts';
import { bridge } from '../bridge.ts';

export class UpdateState {
  #chosen = $state.raw<UpdateView | null>(null);
  #rehearsed = $state.raw<RehearsedView | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);

  /** The update that is looked at, null while there is none. */
  get chosen(): UpdateView | null {
    return this.#chosen;
  }
  get rehearsed(): RehearsedView | null {
    return this.#rehearsed;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async choose(): Promise<void> {
    this.close();
    const outcome = await bridge['update/choose'](undefined);
    if (outcome.ok) this.#chosen = outcome.value;
    // Thinking better of it is nothing to be told about.
    else if (outcome.problem.code !== 'update/cancelled') this.#problem = outcome.problem;
  }

  async rehearse({ token }: UpdateView): Promise<void> {
    this.#isBusy = true;
    this.#problem = null;
    const outcome = await bridge['update/rehearse']({ token });
    this.#isBusy = false;
    if (outcome.ok) this.#rehearsed = outcome.value;
    else this.#problem = outcome.problem;
  }

  /** Closes the app, or shows the file. */
  async start({ token }: UpdateView): Promise<void> {
    const outcome = await bridge['update/start']({ token });
    if (outcome.ok) this.close();
    else this.#problem = outcome.problem;
  }

  close(): void {
    this.#chosen = null;
    this.#rehearsed = null;
    this.#problem = null;
  }
}
