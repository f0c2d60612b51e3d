/** Answering bundles: what is known of one before, the key that signs, and what was written. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { AnsweredView, AnswerPreview, AnswerTarget } from '#core/ipc/receipt-views.ts';
import type { KeyView } from '#core/ipc/trust-views.ts';
import { bridge } from '../bridge.ts';
import { app } from './app.svelte.ts';

export type CellReason = { readonly cell: CellKey; readonly reason: string };
export type Answer = {
  readonly verdict: 'accepted' | 'returned';
  readonly reason: string;
  readonly cells: readonly CellReason[];
  readonly officer: string;
  readonly passphrase: string | null;
};

export class AnswerState {
  readonly targets: readonly AnswerTarget[];
  #preview = $state.raw<AnswerPreview | null>(null);
  #keys = $state.raw<readonly KeyView[] | null>(null);
  #unitCode = $state('');
  #officer = $state('');
  #answered = $state.raw<AnsweredView | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);

  constructor(targets: readonly AnswerTarget[]) {
    this.targets = targets;
    void this.#look();
  }

  /** The bundle, where there is one; null until it has been read, and for several. */
  get preview(): AnswerPreview | null {
    return this.#preview;
  }
  /** Null until they have been read. */
  get keys(): readonly KeyView[] | null {
    return this.#keys;
  }
  get key(): KeyView | null {
    return this.#keys?.find((each) => each.unitCode === this.#unitCode) ?? null;
  }
  chooseKey(unitCode: string): void {
    this.#unitCode = unitCode;
  }
  /** Who answered last. */
  get officer(): string {
    return this.#officer;
  }
  get answered(): AnsweredView | null {
    return this.#answered;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** True when receipts were written, or some were refused: not when the user thought better of it. */
  async answer({ verdict, reason, cells, officer, passphrase }: Answer): Promise<boolean> {
    this.#isBusy = true;
    this.#problem = null;
    const outcome = await bridge['receipt/answer']({
      targets: this.targets.map((each) => ({ ...each })),
      verdict,
      reason: verdict === 'accepted' ? null : reason,
      cells: verdict === 'accepted' ? [] : cells.map((each) => ({ ...each })),
      officer,
      unitCode: this.#unitCode,
      passphrase,
    });
    this.#isBusy = false;
    if (!outcome.ok) this.#problem = outcome.problem;
    else this.#answered = outcome.value;
    return outcome.ok && outcome.value !== null;
  }

  async #look(): Promise<void> {
    const [target, ...more] = this.targets;
    const [keys, trust] = await Promise.all([bridge['identity/keys'](undefined), bridge['trust/list'](undefined)]);
    if (trust.ok) this.#officer = trust.value.officer ?? '';
    if (!keys.ok) {
      this.#problem = keys.problem;
      return;
    }
    this.#keys = keys.value.keys;
    const own = app.start?.ownUnit?.code;
    this.#unitCode = (this.#keys.find((each) => each.unitCode === own) ?? this.#keys[0])?.unitCode ?? '';
    if (target === undefined || more.length > 0) return;
    const preview = await bridge['receipt/preview']({ target: { ...target } });
    if (preview.ok) this.#preview = preview.value;
    else this.#problem = preview.problem;
  }
}
