/** The keys of this computer, and what is done with them. */
import type { NewKeyKind } from '#core/bundle/trust-terms.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { KeysView, WrittenRequest } from '#core/ipc/trust-views.ts';
import { bridge } from '../bridge.ts';
import { Calls } from './calls.svelte.ts';

type OfUnit = { readonly unitCode: string; readonly passphrase: string | null };

export class KeysState {
  #view = $state.raw<KeysView | null>(null);
  #written = $state.raw<string | null>(null);
  #request = $state.raw<WrittenRequest | null>(null);
  readonly #calls = new Calls();

  constructor() {
    void this.#take(bridge['identity/keys'](undefined));
  }

  /** Null until they have been read. */
  get view(): KeysView | null {
    return this.#view;
  }
  get problem(): Problem | null {
    return this.#calls.problem;
  }
  /** The file that was written last. */
  get written(): string | null {
    return this.#written;
  }
  /** The request that was written last, for the telephone. */
  get request(): WrittenRequest | null {
    return this.#request;
  }
  get isBusy(): boolean {
    return this.#calls.isBusy;
  }
  /** Before something else is done: what was said of the last is no longer of interest. */
  clear(): void {
    this.#calls.say(null);
    [this.#written, this.#request] = [null, null];
  }

  async make(unitCode: string, unitName: string, passphrase: string, algorithm: NewKeyKind): Promise<boolean> {
    const made = await this.#calls.wait(bridge['identity/create']({ unitCode, unitName, passphrase, algorithm }));
    return made !== null && this.#take(bridge['identity/keys'](undefined));
  }
  renew(unitCode: string, passphrase: string, algorithm: NewKeyKind): Promise<boolean> {
    return this.#take(bridge['identity/renew']({ unitCode, passphrase, algorithm }));
  }
  importKey(passphrase: string, replaces: boolean): Promise<boolean> {
    return this.#take(bridge['identity/import-key']({ passphrase, replaces }));
  }
  changePassphrase(of: OfUnit, newPassphrase: string): Promise<boolean> {
    return this.#take(bridge['identity/change-passphrase']({ ...of, newPassphrase }));
  }
  takeCertificate(of: OfUnit): Promise<boolean> {
    return this.#take(bridge['identity/take-certificate'](of));
  }
  /** `passphrase` is null to forget it. */
  remember(of: OfUnit): Promise<boolean> {
    return this.#take(bridge['identity/remember'](of));
  }
  async exportKey(of: OfUnit, newPassphrase: string): Promise<boolean> {
    const written = await this.#calls.wait(bridge['identity/export-key']({ ...of, newPassphrase }));
    this.#written = written?.fileName ?? null;
    return written !== null;
  }
  async exportCertificate(unitCode: string): Promise<void> {
    const written = await this.#calls.wait(bridge['identity/export-certificate']({ unitCode }));
    this.#written = written?.fileName ?? null;
  }
  async writeRequest(of: OfUnit): Promise<boolean> {
    this.#request = await this.#calls.wait(bridge['identity/request'](of));
    return this.#request !== null;
  }

  async #take(call: Promise<Outcome<KeysView | null>>): Promise<boolean> {
    const view = await this.#calls.wait(call);
    if (view !== null) this.#view = view;
    return view !== null;
  }
}
