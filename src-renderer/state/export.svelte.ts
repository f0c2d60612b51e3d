/** The steps of an export: what blocks it, the key, the passphrase, and what was written. */
import type { Problem } from '#core/lib/problem.ts';
import type { IdentityView, Submission } from '#core/ipc/views.ts';
import { bridge } from '../bridge.ts';
import type { ReportState } from './report.svelte.ts';

export type ExportStep =
  | { readonly kind: 'looking' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'not-approved' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'ready'; readonly identity: IdentityView }
  | { readonly kind: 'done'; readonly submission: Submission; readonly identity: IdentityView };

export class ExportState {
  readonly report: ReportState;
  #step = $state.raw<ExportStep>({ kind: 'looking' });
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);
  #unlockReason = $state('');

  constructor(report: ReportState) {
    this.report = report;
    void this.#look();
  }

  get step(): ExportStep {
    return this.#step;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Why the report was unlocked after it went out: what the amendment may say by itself. */
  get unlockReason(): string {
    return this.#unlockReason;
  }

  async makeKey(passphrase: string): Promise<void> {
    const { code, name } = this.report.filing.unit;
    await this.#whileBusy(async () => {
      const outcome = await bridge['identity/create']({ unitCode: code, unitName: name, passphrase, algorithm: 'p256' });
      if (outcome.ok) this.#step = { kind: 'ready', identity: outcome.value };
      return outcome.ok ? null : outcome.problem;
    });
  }

  /** `passphrase` is null for the one that the system remembers. */
  async export(passphrase: string | null, reason: string | null): Promise<void> {
    const step = this.#step;
    if (step.kind !== 'ready') return;
    await this.#whileBusy(async () => {
      const outcome = await bridge['bundle/export']({ id: this.report.id, passphrase, reason });
      if (!outcome.ok) return outcome.problem;
      this.report.replace(outcome.value.view);
      this.#step = { kind: 'done', submission: outcome.value.submission, identity: step.identity };
      return null;
    });
  }

  async reveal(submission: Submission): Promise<void> {
    const outcome = await bridge['bundle/reveal']({ id: this.report.id, submission: submission.id });
    this.#problem = outcome.ok ? null : outcome.problem;
  }

  async #look(): Promise<void> {
    await this.report.settle();
    const saved = this.report.saving.state;
    if (saved.state === 'unsaved') {
      // What is not on disk would not be in the bundle.
      this.#problem = saved.problem;
      return;
    }
    if (this.report.blocking.length > 0) {
      this.#step = { kind: 'blocked' };
      return;
    }
    if (!this.report.isSealed) {
      this.#step = { kind: 'not-approved' };
      return;
    }
    const exported = await bridge['review/exported']({ id: this.report.id });
    if (!exported.ok) {
      this.#problem = exported.problem;
      return;
    }
    this.#unlockReason = exported.value?.reasons.join('；') ?? '';
    const outcome = await bridge['identity/status']({ unitCode: this.report.filing.unit.code });
    if (!outcome.ok) this.#problem = outcome.problem;
    else this.#step = outcome.value === null ? { kind: 'no-key' } : { kind: 'ready', identity: outcome.value };
  }

  async #whileBusy(work: () => Promise<Problem | null>): Promise<void> {
    this.#isBusy = true;
    this.#problem = null;
    this.#problem = await work();
    this.#isBusy = false;
  }
}
