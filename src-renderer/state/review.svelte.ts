/** What a reviewer looks at: the differences against last year or against what went out last. */
import type { CellValue } from '#core/lib/exact.ts';
import type { Problem } from '#core/lib/problem.ts';
import { sameValue, sumExact } from '#core/lib/exact.ts';
import { valueAt, type Cells } from '#core/form/edit-cells.ts';
import type { FormCell } from '#core/form/form.ts';
import type { Narrative } from '#core/narrative/narrative.ts';
import { blocksToText, plainText } from '#core/narrative/narrative-text.ts';
import { showFigureOf } from '#core/figures/passage.ts';
import type { ExportedView } from '#core/ipc/views.ts';
import { bridge } from '../bridge.ts';
import { redline, type Piece } from '../prose/redline.ts';
import type { ReportState } from './report.svelte.ts';

export type Difference = { readonly cell: FormCell; readonly before: CellValue; readonly now: CellValue; readonly change: CellValue };
/** A section by id and its paragraphs that differ; none where only their kind does: a heading that was a paragraph. */
export type ChangedSection = { readonly id: string; readonly lines: readonly (readonly Piece[])[] };
export type Basis = 'prior' | 'exported';

export class ReviewView {
  readonly #report: ReportState;
  #basis = $state<Basis>('prior');
  #exported = $state.raw<ExportedView | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #compared = $derived.by((): { readonly cells: Cells; readonly narrative: Narrative } | null =>
    this.#basis === 'exported' ? this.#exported : this.#report.prior,
  );
  #differences = $derived.by(() => this.#differ());
  #sections = $derived.by(() => this.#differInText());

  constructor(report: ReportState) {
    this.#report = report;
    void this.#read();
  }

  get basis(): Basis {
    return this.#basis;
  }
  get exported(): ExportedView | null {
    return this.#exported;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** False where there is nothing to compare with. */
  get canCompare(): boolean {
    return this.#compared !== null;
  }
  get differences(): readonly Difference[] {
    return this.#differences;
  }
  /** The sections whose text differs. */
  get sections(): readonly ChangedSection[] {
    return this.#sections;
  }
  compareWith(basis: Basis): void {
    this.#basis = basis;
  }

  async #read(): Promise<void> {
    await this.#report.settle();
    const outcome = await bridge['review/exported']({ id: this.#report.id });
    if (!outcome.ok) this.#problem = outcome.problem;
    else this.#exported = outcome.value;
    // An amendment is compared with what it amends.
    if (this.#exported !== null) this.#basis = 'exported';
  }

  #differ(): readonly Difference[] {
    const compared = this.#compared;
    if (compared === null) return [];
    const known = this.#basis === 'prior' ? this.#report.prior?.form : this.#report.form;
    return this.#report.form.cells.flatMap((cell): readonly Difference[] => {
      if (known?.cellByKey.has(cell.key) !== true) return [];
      const [before, now] = [valueAt(compared.cells, cell.key), valueAt(this.#report.entered.cells, cell.key)];
      if (sameValue(before, now)) return [];
      const change =
        before === null || now === null
          ? null
          : sumExact([
              { coefficient: 1, value: now },
              { coefficient: -1, value: before },
            ]);
      return [{ cell, before, now, change }];
    });
  }

  #differInText(): readonly ChangedSection[] {
    const compared = this.#compared;
    if (compared === null) return [];
    const { form, entered, prose, prior } = this.#report;
    const before = showFigureOf(this.#basis === 'prior' && prior !== null ? prior.form : form, compared.cells);
    const now = showFigureOf(form, entered.cells);
    const ids = [form.edition.preamble.id, ...form.edition.sections.map((each) => each.id)];
    return ids.flatMap((id) => {
      const [then, nowadays] = [compared.narrative[id] ?? [], prose.blocksOf(id)];
      if (blocksToText(then, before) === blocksToText(nowadays, now)) return [];
      const [old, young] = [then.map((block) => plainText(block, before)), nowadays.map((block) => plainText(block, now))];
      return [{ id, lines: redline(old, young) }];
    });
  }
}
