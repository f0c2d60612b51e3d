/** An encrypted copy of a bundle for one recipient. */
import type { Problem } from '#core/lib/problem.ts';
import type { RecipientView } from '#core/ipc/trust-views.ts';
import { bridge } from '../bridge.ts';

export class EncryptionState {
  #recipients = $state.raw<readonly RecipientView[] | null>(null);
  #fileName = $state.raw<string | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);

  /** Null until they have been read. */
  get recipients(): readonly RecipientView[] | null {
    return this.#recipients;
  }
  get fileName(): string | null {
    return this.#fileName;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async look(): Promise<void> {
    const recipients = await bridge['bundle/recipients'](undefined);
    if (recipients.ok) this.#recipients = recipients.value;
    else this.#problem = recipients.problem;
  }

  /** `id` is the filing's. */
  async encrypt(id: string, submission: string, recipient: string): Promise<void> {
    this.#isBusy = true;
    const written = await bridge['bundle/encrypt']({ id, submission, recipient });
    this.#isBusy = false;
    this.#problem = written.ok ? null : written.problem;
    if (written.ok) this.#fileName = written.value?.fileName ?? null;
  }
}
