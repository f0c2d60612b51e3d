/** Whom this office trusts: the entries, and registering and ending them. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { ContactView } from '#core/ipc/reception-views.ts';
import type { TrustEntryView, TrustFileView, TrustView } from '#core/ipc/trust-views.ts';
import { bridge } from '../bridge.ts';

export type By = { readonly officer: string; readonly note: string };
export type Ending = {
  readonly kind: 'removed' | 'revoked';
  readonly from: string | null;
  readonly reason: string;
  readonly officer: string;
};

export class TrustState {
  #view = $state.raw<TrustView | null>(null);
  #file = $state.raw<TrustFileView | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);

  constructor() {
    void this.refresh();
  }

  /** Null until it has been read. */
  get view(): TrustView | null {
    return this.#view;
  }
  /** Lists that are overdue and still in force. */
  get stale(): readonly TrustEntryView[] {
    return (this.#view?.entries ?? []).filter((each) => each.end === null && each.list?.isStale === true);
  }
  /** What a chosen file offers, before it is registered. */
  get file(): TrustFileView | null {
    return this.#file;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async refresh(): Promise<void> {
    await this.#take(bridge['trust/list'](undefined));
  }

  async choose(): Promise<void> {
    this.#problem = null;
    const chosen = await bridge['trust/choose'](undefined);
    if (chosen.ok) this.#file = chosen.value;
    else this.#problem = chosen.problem;
  }
  /** Whom to call about a signer; null where no roster has a number, or it cannot be read: the register says so itself. */
  async contact(code: string): Promise<ContactView | null> {
    const found = await bridge['roster/contact']({ code });
    return found.ok ? found.value : null;
  }
  closeFile(): void {
    this.#file = null;
  }

  /** Registers what the file offers; true when it is done. */
  async add(by: By): Promise<boolean> {
    const file = this.#file;
    if (file === null) return false;
    const isDone = await this.#take(bridge['trust/add']({ token: file.token, ...by }));
    if (isDone) this.#file = null;
    return isDone;
  }
  pin(signer: { readonly fingerprint: string; readonly unitCode: string; readonly unitName: string }, by: By): Promise<boolean> {
    const { fingerprint, unitCode, unitName } = signer;
    return this.#take(bridge['trust/pin']({ fingerprint, unitCode, unitName, ...by }));
  }
  end({ id }: TrustEntryView, ending: Ending): Promise<boolean> {
    return this.#take(bridge['trust/end']({ id, ...ending }));
  }
  dismiss(): void {
    this.#problem = null;
  }

  async #take(call: Promise<Outcome<TrustView>>): Promise<boolean> {
    this.#isBusy = true;
    const outcome = await call;
    this.#isBusy = false;
    this.#problem = outcome.ok ? null : outcome.problem;
    if (outcome.ok) this.#view = outcome.value;
    return outcome.ok;
  }
}
