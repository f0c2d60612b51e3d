/** What went out of a report and how it was answered; taking in receipts. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { SubmissionView, TakenFile } from '#core/ipc/receipt-views.ts';
import type { Submission } from '#core/ipc/views.ts';
import { bridge } from '../bridge.ts';

export class SubmissionsState {
  readonly #id: string;
  #submissions = $state.raw<readonly SubmissionView[] | null>(null);
  #taken = $state.raw<readonly TakenFile[]>([]);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);
  /** Answers may come in another order than they were asked for: only that to the newest question counts. */
  #asked = 0;

  /** `id` is the filing's. */
  constructor(id: string) {
    this.#id = id;
    void this.refresh();
  }

  /** Newest first; null until they have been read. */
  get submissions(): readonly SubmissionView[] | null {
    return this.#submissions;
  }
  /** The files that were taken in last. */
  get taken(): readonly TakenFile[] {
    return this.#taken;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const outcome = await bridge['receipt/submissions']({ id: this.#id });
    if (asked !== this.#asked) return;
    this.#problem = outcome.ok ? null : outcome.problem;
    if (outcome.ok) this.#submissions = outcome.value;
  }

  take(from: 'files' | 'folder'): Promise<void> {
    return this.#show(() => bridge['receipt/take']({ from }));
  }
  takeDropped(): Promise<void> {
    return this.#show(() => bridge['receipt/take-dropped']({}));
  }

  async #show(takeIn: () => Promise<Outcome<readonly TakenFile[] | null>>): Promise<void> {
    this.#isBusy = true;
    const outcome = await takeIn();
    this.#isBusy = false;
    if (outcome.ok && outcome.value === null) return;
    this.#taken = outcome.ok ? (outcome.value ?? []) : [];
    await this.refresh();
    if (!outcome.ok) this.#problem = outcome.problem;
  }

  /** Once the signer is known, the receipts are judged anew, and what was said of them is no longer true. */
  async judgeAgain(): Promise<void> {
    this.#taken = [];
    await this.refresh();
  }

  async reveal(submission: Submission): Promise<void> {
    const outcome = await bridge['bundle/reveal']({ id: this.#id, submission: submission.id });
    this.#problem = outcome.ok ? null : outcome.problem;
  }
}
