/** Answering bundles: what is known of one before, the key that signs, and what was written. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { AnsweredView, AnswerPreview, AnswerTarget, AnswerTargets } from '#core/ipc/receipt-views.ts';
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
  /** Several at once can be accepted; one is looked at for itself. */
  readonly isMany: boolean;
  #targets = $state.raw<readonly AnswerTarget[]>([]);
  #unregistered = $state.raw<AnswerTargets['unregistered']>([]);
  #preview = $state.raw<AnswerPreview | null>(null);
  #keys = $state.raw<readonly KeyView[] | null>(null);
  #unitCode = $state('');
  #officer = $state('');
  #answered = $state.raw<AnsweredView | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);

  constructor({ targets, unregistered }: AnswerTargets) {
    this.isMany = targets.length !== 1 || unregistered.length > 0;
    this.#targets = targets;
    this.#unregistered = unregistered;
    void this.#look();
  }

  get targets(): readonly AnswerTarget[] {
    return this.#targets;
  }
  /** Intact bundles that can be accepted once their signers are registered. */
  get unregistered(): AnswerTargets['unregistered'] {
    return this.#unregistered;
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
      targets: this.#targets.map((each) => ({ ...each })),
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

  /** A signer was registered: what came from it is judged anew, and what is to be answered looked at again. */
  async registered(): Promise<void> {
    const [first] = [...this.#targets, ...this.#unregistered];
    if (first === undefined) return;
    this.#isBusy = true;
    const { reportYear: year, source } = first;
    const checked = source.kind === 'received' ? await bridge['reception/check-again']({ year }) : null;
    if (checked?.ok === false) this.#problem = checked.problem;
    else if (this.isMany) await this.#gather(year);
    else await this.#lookAt(first);
    this.#isBusy = false;
  }

  async #gather(year: number): Promise<void> {
    const found = await bridge['receipt/targets']({ year });
    if (!found.ok) {
      this.#problem = found.problem;
      return;
    }
    this.#targets = found.value.targets;
    this.#unregistered = found.value.unregistered;
  }

  async #lookAt(target: AnswerTarget): Promise<void> {
    const preview = await bridge['receipt/preview']({ target: { ...target } });
    if (preview.ok) this.#preview = preview.value;
    else this.#problem = preview.problem;
  }

  async #look(): Promise<void> {
    const [target] = this.#targets;
    const [keys, trust] = await Promise.all([bridge['identity/keys'](undefined), bridge['trust/list'](undefined)]);
    if (trust.ok) this.#officer = trust.value.officer ?? '';
    if (!keys.ok) {
      this.#problem = keys.problem;
      return;
    }
    this.#keys = keys.value.keys;
    const own = app.start?.ownUnit?.code;
    this.#unitCode = (this.#keys.find((each) => each.unitCode === own) ?? this.#keys[0])?.unitCode ?? '';
    if (target !== undefined && !this.isMany) await this.#lookAt(target);
  }
}
