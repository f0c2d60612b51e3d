/** The upload of one bundle: how it stands, started, stopped, and the receipt fetched. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { TakenFile } from '#core/ipc/receipt-views.ts';
import type { UploadView } from '#core/ipc/upload-contract.ts';
import { bridge } from '../bridge.ts';

/** How often the progress is asked for. */
const lookMs = 300;

export class UploadState {
  readonly #named: { readonly id: string; readonly submission: string };
  readonly #onReceipt: () => void;
  #view = $state.raw<UploadView | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #receipt = $state.raw<'none' | readonly TakenFile[] | null>(null);
  #isFetching = $state(false);
  #timer: ReturnType<typeof setInterval> | null = null;

  /** `onReceipt` is called when a receipt was taken in. */
  constructor(id: string, submission: string, onReceipt: () => void) {
    this.#named = { id, submission };
    this.#onReceipt = onReceipt;
    void this.#look();
  }

  get view(): UploadView | null {
    return this.#view;
  }
  get problem(): Problem | null {
    return this.#problem ?? this.#view?.problem ?? null;
  }
  /** What came when the receipt was asked for last: `none` when there was none yet. */
  get receipt(): 'none' | readonly TakenFile[] | null {
    return this.#receipt;
  }
  get isFetching(): boolean {
    return this.#isFetching;
  }

  async start(): Promise<void> {
    this.#problem = null;
    this.#watch();
    const ended = await bridge['upload/start'](this.#named);
    await this.#look();
    this.#problem = ended.ok ? null : ended.problem;
  }
  async stop(): Promise<void> {
    this.#take(await bridge['upload/stop'](this.#named));
  }

  async fetchReceipt(): Promise<void> {
    this.#isFetching = true;
    const fetched = await bridge['upload/fetch-receipt'](this.#named);
    this.#isFetching = false;
    this.#problem = fetched.ok ? null : fetched.problem;
    if (!fetched.ok) return;
    this.#receipt = fetched.value ?? 'none';
    if (fetched.value !== null) this.#onReceipt();
  }

  /** The screen goes; the upload goes on. */
  leave(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #watch(): void {
    this.#timer ??= setInterval(() => void this.#look(), lookMs);
  }

  /** Also an upload that was started on another screen is followed to its end. */
  async #look(): Promise<void> {
    this.#view = this.#take(await bridge['upload/state'](this.#named)) ?? this.#view;
    if (this.#view?.progress === null) this.leave();
    else this.#watch();
  }

  #take<T>(outcome: Outcome<T>): T | null {
    if (!outcome.ok) this.#problem = outcome.problem;
    return outcome.ok ? outcome.value : null;
  }
}
