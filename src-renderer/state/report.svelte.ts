/** One report at work: what is typed, what follows from it, and whether it is on disk. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import type { AmountUnit } from '#core/form/edition.ts';
import { enterTexts, type CellText, type Entered } from '#core/form/enter-text.ts';
import type { Form } from '#core/form/form.ts';
import type { CellValue } from '#core/lib/exact.ts';
import { acceptTotal, chooseUnit } from '#core/filing/edit-filing.ts';
import type { Filing, People } from '#core/filing/filing.ts';
import { showFigureOf } from '#core/figures/passage.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { blockingFindings, isAbout, justificationOf, type Justification } from '#core/filing/justification.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { FilingSubject, PriorFiling } from '#core/rules/subject.ts';
import type { FindingGroup } from '#core/suspects/group-findings.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { validate } from '#core/validation/validate.ts';
import { pendingFindings } from '#core/text/pending-findings.ts';
import type { FilingStatus, FilingView, SaveState } from '#core/ipc/views.ts';
import { bridge } from '../bridge.ts';
import { afterPause } from './after-pause.ts';
import { facesOf, noFaces, type CellFace } from './cell-faces.ts';
import { cellOfFinding, groupGrave, locate, nothingLocated, withRecent } from './group-grave.ts';
import { OwnSum } from './own-sum.svelte.ts';
import { Prose } from './prose.svelte.ts';
import { revisionsOf, type Revisions } from './revisions.ts';
import { Saving } from './saving.svelte.ts';
import { sumInstead } from './sum-instead.ts';
import { Whereabouts } from './whereabouts.svelte.ts';

/** Last year's report of the unit. */
export type LastYear = PriorFiling & { readonly justifications: readonly Justification[] };

export class ReportState {
  readonly id: string;
  readonly form: Form;
  readonly saving: Saving;
  readonly where: Whereabouts;
  readonly ownSum: OwnSum;
  readonly #edition: LoadedEdition;
  readonly #prior: LastYear | null;
  readonly prose = new Prose({
    stored: () => this.#view.filing.narrative,
    show: () => showFigureOf(this.form, this.#entered.cells),
    save: (section, blocks) => this.#send(() => bridge['filing/write-section']({ id: this.id, section, blocks })),
  });
  #view = $state.raw() as FilingView;
  /** What has been entered for good; the next typed text starts from here. */
  #committed = $state.raw<Entered>({ cells: {}, cellUnits: {}, pending: {} });
  /** With the text that is being typed at the moment. */
  #entered = $state.raw() as Entered;
  #people = $state.raw() as People;
  #isTyping = $state(false);
  /** Edited here since the main process showed it: a submitted report is a draft again. */
  #isEdited = $state(false);
  #recent = $state.raw<readonly CellKey[]>([]);
  #subject = $derived.by((): FilingSubject => {
    const { cells, cellUnits } = this.#entered;
    return subjectOf({ ...this.#view.filing, cells, cellUnits, narrative: this.prose.checked }, this.#prior);
  });
  #findings = $derived.by(() => [
    ...pendingFindings(this.form, this.#entered.pending),
    ...validate(this.form, this.#edition.book, this.#subject),
  ]);
  #blocking = $derived(blockingFindings(this.#findings, this.#view.filing.justifications, this.#entered.cells));
  /** What was behind the errors when it was last searched for: when the typing rests, so that no key waits for it. */
  #located = $state.raw(nothingLocated);
  readonly #locateSoon = afterPause(() => this.#locate());
  #groups = $derived(groupGrave(this.#findings, this.#located));
  #lastFaces = noFaces;
  #faces = $derived.by(() => (this.#lastFaces = facesOf(this.form, this.#entered, this.#findings, this.#lastFaces)));

  constructor(view: FilingView, edition: LoadedEdition, prior: LastYear | null) {
    this.id = view.id;
    this.form = edition.form;
    this.#edition = edition;
    this.#prior = prior;
    this.where = new Whereabouts(edition.form.edition.tables[0]?.id ?? '');
    this.saving = new Saving(view.saved, () => bridge['filing/save-again']({ id: this.id }));
    this.ownSum = new OwnSum(view.id);
    this.replace(view);
  }

  /** Takes over what the main process answered. */
  replace(view: FilingView): void {
    const { cells, cellUnits } = view.filing;
    this.#view = view;
    // An answer to an earlier call does not undo what has been entered since.
    if (this.saving.isUnderWay || this.isTyping) return;
    this.prose.forget();
    this.#committed = { cells, cellUnits, pending: view.pending };
    this.#show(this.#committed);
    this.#people = view.filing.people;
    this.#isEdited = false;
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
  /** Errors and warnings by cause. */
  get groups(): readonly FindingGroup[] {
    return this.#groups;
  }
  get blocking(): readonly Finding[] {
    return this.#blocking;
  }
  get status(): FilingStatus {
    return this.#isEdited || this.revisions.isReopened ? 'draft' : this.#view.status;
  }
  /** Something is being typed that is not on its way to the disk yet. */
  get isTyping(): boolean {
    return this.#isTyping || this.prose.isTyping;
  }
  /** Nothing can be changed until the report is unlocked. */
  get isSealed(): boolean {
    return this.#view.review.state === 'approved';
  }
  get revisions(): Revisions {
    return revisionsOf(this.#view);
  }
  get people(): People {
    return this.#people;
  }
  get prior(): LastYear | null {
    return this.#prior;
  }
  /** Last year's value of a cell, where it is known. */
  lastYear(cell: CellKey): CellValue {
    return this.#prior === null ? null : valueAt(this.#prior.cells, cell);
  }
  /** The note on a cell, empty where there is none. */
  noteOn(cell: CellKey): string {
    return this.#view.filing.cellNotes[cell] ?? '';
  }
  /** What a cell of the form shows. */
  faceOf(cell: CellKey): CellFace {
    const face = this.#faces.get(cell);
    if (face === undefined) throw new Error(`the form has no cell ${cell}`);
    return face;
  }
  justificationOf(finding: Finding): Justification | null {
    return justificationOf(finding, this.filing.justifications, this.#entered.cells);
  }
  /** The text of an explanation of the same finding whose values have changed since: a beginning for the new one. */
  lapsedTextOf(finding: Finding): string {
    return this.filing.justifications.findLast((each) => isAbout(each, finding))?.text ?? '';
  }
  /** How last year's report explained the same. */
  lastYearsTextOf(finding: Finding): string | null {
    return this.#prior?.justifications.find((each) => isAbout(each, finding))?.text ?? null;
  }
  /** The sum that a stated total should be, when it is another; otherwise undefined. */
  sumInsteadOf(cell: CellKey): CellValue | undefined {
    return sumInstead(this.form, this.#entered.cells, cell);
  }
  /** F8 and Shift+F8: the place of the next or the last error or warning. */
  goToFinding(step: 1 | -1): void {
    this.#locate();
    const grave = this.#findings.filter((finding) => finding.severity !== 'hint');
    this.where.goToNext(grave, step, (finding) => cellOfFinding(finding, this.#groups, this.#recent));
  }

  /** The text in the making: sums and findings follow it, but it is not entered yet. */
  type(text: CellText): void {
    this.#isTyping = true;
    this.#remember([text.cell]);
    this.#show(enterTexts(this.form, this.#committed, [text]));
  }
  revert(): void {
    this.#isTyping = false;
    this.#show(this.#committed);
  }
  /** Enters texts for good and sends them to the disk; `goesOn` when typing in one cell was entered before. */
  enter(texts: readonly CellText[], goesOn = false): void {
    this.#remember(texts.map(({ cell }) => cell));
    this.#committed = enterTexts(this.form, this.#committed, texts);
    this.#show(this.#committed);
    this.#isTyping = false;
    this.#send(() => bridge['filing/enter-cells']({ id: this.id, texts: [...texts], goesOn }));
  }
  #locate(): void {
    this.#located = locate(this.#edition, this.#subject, this.#findings, this.#recent);
  }
  #show(entered: Entered): void {
    this.#entered = entered;
    this.#locateSoon();
  }
  #remember(cells: readonly CellKey[]): void {
    this.#recent = withRecent(this.#recent, cells);
  }
  acceptTotal(cell: CellKey): void {
    const next = acceptTotal(this.form, this.#working(), cell);
    if (!next.ok) return;
    this.#take(next.value.filing);
    this.#send(() => bridge['filing/accept-total']({ id: this.id, cell }));
  }
  chooseUnit(cell: CellKey, unit: AmountUnit): void {
    const next = chooseUnit(this.form, this.#working(), cell, unit);
    if (!next.ok) return;
    this.#take(next.value.filing);
    this.#send(() => bridge['filing/choose-unit']({ id: this.id, cell, unit }));
  }
  namePeople(people: People): void {
    this.#people = people;
    this.#send(() => bridge['filing/name-people']({ id: this.id, people }));
  }
  saveAgain(): void {
    this.saving.send(() => bridge['filing/save-again']({ id: this.id }));
  }

  /** Waits until everything that was entered has been answered by the main process. */
  settle(): Promise<void> {
    this.prose.keep();
    return this.saving.settle();
  }

  /** An edit that is answered with the report as it is then. */
  async ask(edit: () => Promise<Outcome<FilingView>>): Promise<Problem | null> {
    await this.settle();
    const outcome = await edit();
    if (!outcome.ok) return outcome.problem;
    this.replace(outcome.value);
    return null;
  }
  #send(edit: () => Promise<Outcome<SaveState>>): void {
    this.#isEdited = true;
    this.saving.send(edit);
  }
  #working() {
    const { cells, cellUnits, pending } = this.#committed;
    return { filing: { ...this.filing, cells, cellUnits }, pending };
  }
  #take(filing: Filing): void {
    this.#committed = { ...this.#committed, cells: filing.cells, cellUnits: filing.cellUnits };
    this.#show(this.#committed);
  }
}
