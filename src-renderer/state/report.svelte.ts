/** One report at work: what is typed, what follows from it, and whether it is on disk. */
import type { Problem } from '#core/lib/problem.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { computeTotal, valueAt } from '#core/form/edit-cells.ts';
import type { AmountUnit } from '#core/form/edition.ts';
import { enterTexts, type CellText, type Entered } from '#core/form/enter-text.ts';
import type { Form } from '#core/form/form.ts';
import { formatExact, sameValue } from '#core/lib/exact.ts';
import { acceptTotal, chooseUnit } from '#core/filing/edit-filing.ts';
import type { Filing, People } from '#core/filing/filing.ts';
import { blockingFindings, justificationOf, type Justification } from '#core/filing/justification.ts';
import type { Finding } from '#core/rules/finding.ts';
import { severities, type Severity } from '#core/rules/rule.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { validate } from '#core/rules/validate.ts';
import { pendingFindings } from '#core/text/pending-findings.ts';
import { blocksToText } from '#core/narrative/narrative-text.ts';
import type { FilingView } from '#core/ipc/views.ts';
import { bridge } from '../bridge.ts';
import { Saving } from './saving.svelte.ts';

/** Where the user is within the report: a section, and the cell that was asked for last. */
export type Jump = { readonly cell: CellKey; readonly count: number };

export class ReportState {
  readonly id: string;
  readonly form: Form;
  readonly saving: Saving;
  readonly #edition: LoadedEdition;

  #view = $state.raw() as FilingView;
  /** What has been entered for good; the next typed text starts from here. */
  #committed = $state.raw() as Entered;
  /** With the text that is being typed at the moment. */
  #entered = $state.raw() as Entered;
  /** Prose and names as they were written here, by section; the filing has them when they are saved. */
  #texts = $state.raw<Readonly<Record<string, string>>>({});
  #people = $state.raw() as People;
  #section = $state<string>('');
  #focused = $state.raw<CellKey | null>(null);
  #jump = $state.raw<Jump | null>(null);
  #findings = $derived.by(() => [
    ...pendingFindings(this.form, this.#entered.pending),
    ...validate(this.form, this.#edition.book, this.#entered.cells),
  ]);
  /** The gravest severity by cell. */
  #marked = $derived.by(() => {
    const marks: Record<CellKey, Severity> = {};
    for (const severity of severities.toReversed()) {
      for (const finding of this.#findings) if (finding.severity === severity) for (const cell of finding.cells) marks[cell] = severity;
    }
    return marks;
  });

  constructor(view: FilingView, edition: LoadedEdition) {
    this.id = view.id;
    this.form = edition.form;
    this.#edition = edition;
    this.#section = edition.form.edition.tables[0]?.id ?? '';
    this.saving = new Saving(view.saved);
    this.replace(view);
  }

  /** Takes over what the main process answered. */
  replace(view: FilingView): void {
    const { cells, cellUnits } = view.filing;
    this.#view = view;
    this.#committed = { cells, cellUnits, pending: view.pending };
    this.#entered = this.#committed;
    this.#people = view.filing.people;
    this.saving.take(view.saved);
  }

  get filing(): Filing {
    return this.#view.filing;
  }
  get view(): FilingView {
    return this.#view;
  }
  get entered(): Entered {
    return this.#entered;
  }
  get findings(): readonly Finding[] {
    return this.#findings;
  }
  get blocking(): readonly Finding[] {
    return blockingFindings(this.#findings, this.filing.justifications, this.#entered.cells);
  }
  get section(): string {
    return this.#section;
  }
  get focused(): CellKey | null {
    return this.#focused;
  }
  get jump(): Jump | null {
    return this.#jump;
  }

  get people(): People {
    return this.#people;
  }
  /** The text of a narrative section for the plain editor; bound figures show their value. */
  textOf(section: string): string {
    const value = (cell: CellKey): string => formatExact(valueAt(this.#entered.cells, cell));
    return this.#texts[section] ?? blocksToText(this.filing.narrative[section] ?? [], value);
  }

  severityOf(cell: CellKey): Finding['severity'] | null {
    return this.#marked[cell] ?? null;
  }
  justificationOf(finding: Finding): Justification | null {
    return justificationOf(finding, this.filing.justifications, this.#entered.cells);
  }
  /** The sum that a stated total should be, when it is another; otherwise undefined. */
  sumInsteadOf(cell: CellKey): ReturnType<typeof computeTotal> | undefined {
    const total = this.form.totals.find((each) => each.target === cell);
    if (total === undefined) return undefined;
    const sum = computeTotal(this.#entered.cells, total);
    return sameValue(sum, valueAt(this.#entered.cells, cell)) ? undefined : sum;
  }

  showSection(section: string): void {
    if (section !== this.#section) this.#focused = null;
    this.#section = section;
  }
  focus(cell: CellKey | null): void {
    this.#focused = cell;
  }
  goTo(cell: CellKey): void {
    this.#section = cell.split('.')[0] ?? this.#section;
    this.#jump = { cell, count: (this.#jump?.count ?? 0) + 1 };
  }
  /** F8 and Shift+F8: the finding after or before the one whose first cell has the focus. */
  goToFinding(step: 1 | -1): void {
    const targets = this.#findings.map((finding) => finding.cells[0]).filter((cell) => cell !== undefined);
    if (targets.length === 0) return;
    const at = this.#focused === null ? -1 : targets.indexOf(this.#focused);
    const next = at < 0 ? (step === 1 ? 0 : targets.length - 1) : (at + step + targets.length) % targets.length;
    const target = targets[next];
    if (target !== undefined) this.goTo(target);
  }

  /** The text in the making: sums and findings follow it, but it is not entered yet. */
  type(text: CellText): void {
    this.#entered = enterTexts(this.form, this.#committed, [text]);
  }
  revert(): void {
    this.#entered = this.#committed;
  }
  /** Enters texts for good and sends them to the disk. */
  enter(texts: readonly CellText[]): void {
    this.#committed = enterTexts(this.form, this.#committed, texts);
    this.#entered = this.#committed;
    this.saving.send(() => bridge['filing/enter-cells']({ id: this.id, texts: [...texts] }));
  }
  acceptTotal(cell: CellKey): void {
    const next = acceptTotal(this.form, this.#working(), cell);
    if (!next.ok) return;
    this.#take(next.value.filing);
    this.saving.send(() => bridge['filing/accept-total']({ id: this.id, cell }));
  }
  chooseUnit(cell: CellKey, unit: AmountUnit): void {
    const next = chooseUnit(this.form, this.#working(), cell, unit);
    if (!next.ok) return;
    this.#take(next.value.filing);
    this.saving.send(() => bridge['filing/choose-unit']({ id: this.id, cell, unit }));
  }
  writeSection(section: string, text: string): void {
    if (text === this.textOf(section)) return;
    this.#texts = { ...this.#texts, [section]: text };
    this.saving.send(() => bridge['filing/write-section']({ id: this.id, section, text }));
  }
  namePeople(people: People): void {
    this.#people = people;
    this.saving.send(() => bridge['filing/name-people']({ id: this.id, people }));
  }
  saveAgain(): void {
    this.saving.send(() => bridge['filing/save-again']({ id: this.id }));
  }

  /** Explains a warning; returns the problem when that did not work. */
  async justify(finding: Finding, text: string): Promise<Problem | null> {
    await this.settle();
    const outcome = await bridge['filing/justify']({ id: this.id, rule: finding.code, cells: [...finding.cells], text });
    if (!outcome.ok) return outcome.problem;
    this.replace(outcome.value);
    return null;
  }

  /** Waits until everything that was entered has been answered by the main process. */
  settle(): Promise<void> {
    return this.saving.settle();
  }

  #working() {
    const { cells, cellUnits, pending } = this.#committed;
    return { filing: { ...this.filing, cells, cellUnits }, pending };
  }
  #take(filing: Filing): void {
    this.#committed = { ...this.#committed, cells: filing.cells, cellUnits: filing.cellUnits };
    this.#entered = this.#committed;
  }
}
