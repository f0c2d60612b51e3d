/** The documents of the report at work: what they will say, and saving them. */
import { reportCharts } from '#core/charts/report-charts.ts';
import { sumNoteOf } from '#core/consolidation/sum-note.ts';
import type { Chart } from '#core/charts/chart.ts';
import { isDay } from '#core/documents/closing.ts';
import { doubtsOfDay, type DayDoubt } from '#core/documents/read-day.ts';
import { planInfographic, type Infographic } from '#core/documents/infographic.ts';
import type { PaperSource } from '#core/documents/check-paper.ts';
import { planWord, type WordPlan } from '#core/documents/word-plan.ts';
import type { DocumentFormat, InfographicFormat, SavedFileView } from '#core/ipc/views.ts';
import type { Language } from '#core/lib/bilingual.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import { bridge } from '../bridge.ts';
import type { ReportState } from './report.svelte.ts';
import { words } from './words.svelte.ts';

export class Documents {
  readonly #report: ReportState;
  readonly #today: string;
  isPaper = $state(false);
  hasCharts = $state(false);
  /** As the field has it: empty, or a day. */
  typedDate = $state('');
  #isSaving = $state(false);
  #fileName = $state.raw<string | null>(null);
  #problem = $state.raw<Problem | null>(null);
  readonly #date = $derived(isDay(this.typedDate) ? this.typedDate : null);
  /** Of the report as it is entered at the moment, made by the function that makes the Word file. */
  readonly plan: WordPlan = $derived.by(() => {
    const { filing, entered, people, form, prose, status, view } = this.#report;
    const { cells, cellUnits } = entered;
    // The bundle that it went out with, as long as nothing has changed since, as when it is saved.
    const bundleDigest = status === 'submitted' ? (view.submissions.at(-1)?.bundleDigest ?? null) : null;
    const paper = this.isPaper ? { bundleDigest } : null;
    return planWord({ ...filing, cells, cellUnits, people, narrative: prose.checked }, form, { paper, date: this.#date });
  });
  /** Of the figures as they are entered at the moment, in the language of the screens. */
  readonly charts: readonly Chart[] = $derived(this.#chartsIn(words.language));
  /** The same in that of the documents. */
  readonly printedCharts: readonly Chart[] = $derived(this.#chartsIn('zh'));
  /** The page for the public, by the function that makes its files. */
  readonly infographic: Infographic = $derived.by(() => {
    const { filing, entered, form, prior } = this.#report;
    return planInfographic({ ...filing, cells: entered.cells }, form, prior, { shape: 'page', date: this.#date });
  });
  /** The revisions that the report went out as. */
  readonly sources: readonly PaperSource[] = $derived.by(() => {
    const { unit, reportYear } = this.#report.filing;
    const { submissions } = this.#report.view;
    return submissions.map(({ revision, bundleDigest: digest }) => ({ unitCode: unit.code, reportYear, revision, digest }));
  });

  /** @param today `YYYY-MM-DD` */
  constructor(report: ReportState, today: string) {
    this.#report = report;
    this.#today = today;
  }

  /** That the report is an incomplete sum, and who is not in it; null for any other. */
  get sumNote(): string | null {
    return sumNoteOf(this.#report.filing);
  }
  get hasPrior(): boolean {
    return this.#report.prior !== null;
  }
  get reportYear(): number {
    return this.#report.filing.reportYear;
  }
  /** What is unlikely about the date, as of today on this computer. */
  get doubts(): readonly DayDoubt[] {
    return this.#date === null ? [] : doubtsOfDay(this.#date, this.reportYear, this.#today);
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

  save(format: DocumentFormat): Promise<void> {
    const { isPaper, hasCharts } = this;
    const date = this.#date;
    return this.#saving(() => bridge['document/save']({ id: this.#report.id, format, isPaper, hasCharts, date }));
  }
  saveInfographic(format: InfographicFormat): Promise<void> {
    const date = this.#date;
    return this.#saving(() => bridge['document/save-infographic']({ id: this.#report.id, format, date }));
  }
  async #saving(save: () => Promise<Outcome<SavedFileView | null>>): Promise<void> {
    this.#isSaving = true;
    this.#fileName = null;
    this.#problem = null;
    await this.#report.settle();
    const answer = await save();
    this.#isSaving = false;
    if (answer.ok) this.#fileName = answer.value?.fileName ?? null;
    else this.#problem = answer.problem;
  }
  #chartsIn(language: Language): readonly Chart[] {
    const { filing, entered, form, prior } = this.#report;
    return reportCharts({ form, cells: entered.cells, reportYear: filing.reportYear, prior }, language);
  }
}
