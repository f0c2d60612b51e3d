/** The small CA of this office: what it issued, issuing, and revoking. */
import type { RevocationWord } from '#core/bundle/trust-terms.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { IssuedView, RequestView } from '#core/ipc/trust-views.ts';
import { bridge } from '../bridge.ts';
import { Calls } from './calls.svelte.ts';

/** Whose key issues, and who does it. */
export type Signing = {
  readonly unitCode: string;
  readonly passphrase: string | null;
  readonly officer: string;
  readonly isClockRight: boolean;
};
export type Revoking = { readonly serial: string; readonly from: string; readonly reason: RevocationWord };

export class AuthorityState {
  #issued = $state.raw<readonly IssuedView[]>([]);
  #request = $state.raw<RequestView | null>(null);
  #done = $state.raw<{ readonly fileName: string; readonly unit: string } | null>(null);
  readonly #calls = new Calls();

  constructor() {
    void this.#refresh();
  }

  /** Newest first. */
  get issued(): readonly IssuedView[] {
    return this.#issued;
  }
  /** The request that is about to be answered. */
  get request(): RequestView | null {
    return this.#request;
  }
  /** What was written last; `unit` is empty for a revocation list. */
  get done(): { readonly fileName: string; readonly unit: string } | null {
    return this.#done;
  }
  get problem(): Problem | null {
    return this.#calls.problem;
  }
  get isBusy(): boolean {
    return this.#calls.isBusy;
  }
  clear(): void {
    this.#calls.say(null);
    [this.#done, this.#request] = [null, null];
  }

  async readRequest(): Promise<void> {
    this.clear();
    this.#request = await this.#calls.wait(bridge['authority/read-request'](undefined));
  }

  async issue(signing: Signing, years: number, isAuthority: boolean): Promise<boolean> {
    const request = this.#request;
    if (request === null) return false;
    const made = await this.#calls.wait(bridge['authority/issue']({ ...signing, token: request.token, years, isAuthority }));
    if (made === null) return false;
    this.#done = { fileName: made.fileName, unit: request.unitName };
    this.#request = null;
    await this.#refresh();
    return true;
  }

  /** `revoke` is null for the next list with nothing new in it. */
  async writeList(signing: Signing, revoke: Revoking | null): Promise<boolean> {
    const written = await this.#calls.wait(bridge['authority/write-list']({ ...signing, revoke }));
    if (written === null) return false;
    this.#done = { fileName: written.fileName, unit: '' };
    await this.#refresh();
    return true;
  }

  async #refresh(): Promise<void> {
    const issued = await bridge['authority/issued'](undefined);
    if (issued.ok) this.#issued = issued.value;
    else this.#calls.say(issued.problem);
  }
}
