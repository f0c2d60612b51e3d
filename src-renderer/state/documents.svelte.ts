/** The documents of the report at work: what they will say, and saving them. */
import { planWord, type WordPlan } from '#core/documents/word-plan.ts';
import type { DocumentFormat } from '#core/ipc/views.ts';
import type { Problem } from '#core/lib/problem.ts';
import { bridge } from '../bridge.ts';
import type { ReportState } from './report.svelte.ts';

export class Documents {
  readonly #report: ReportState;
  isPaper = $state(false);
  #isSaving = $state(false);
  #fileName = $state.raw<string | null>(null);
  #problem = $state.raw<Problem | null>(null);
  /** Of the report as it is entered at the moment, made by the function that makes the Word file. */
  readonly plan: WordPlan = $derived.by(() => {
    const { filing, entered, people, form, prose } = this.#report;
    const { cells, cellUnits } = entered;
    return planWord({ ...filing, cells, cellUnits, people, narrative: prose.checked }, form, this.isPaper ? { bundleDigest: null } : null);
  });

  constructor(report: ReportState) {
    this.#report = report;
  }

  get isSaving(): boolean {
    return this.#isSaving;
  }
  /** Of the file saved last; null before, and when the user thought better of it. */
  get fileName(): string | null {
    return this.#fileName;
  }
  get problem(): Problem | null {
    return this.#problem;
  }

  async save(format: DocumentFormat): Promise<void> {
    this.#isSaving = true;
    this.#fileName = null;
    this.#problem = null;
    await this.#report.settle();
    const answer = await bridge['document/save']({ id: this.#report.id, format, isPaper: this.isPaper });
    this.#isSaving = false;
    if (answer.ok) this.#fileName = answer.value?.fileName ?? null;
    else this.#problem = answer.problem;
  }
}
