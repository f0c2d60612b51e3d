/** Undo and redo of a report: what they would do next, and doing it once all that was typed before is on its way. */
import type { Bilingual } from '#core/lib/bilingual.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { ChangedPlace } from '#core/history/changed-place.ts';
import type { UndoingView, WayView } from '#core/ipc/views.ts';
import { bridge } from '../bridge.ts';
import type { ReportState } from './report.svelte.ts';

export type Direction = 'undo' | 'redo';

export class Undoing {
  readonly #report: ReportState;
  #now = $state.raw() as UndoingView;
  #last = $state.raw<{ readonly direction: Direction; readonly what: Bilingual } | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);
  /** Somebody typed while a step was taken back: the report is shown as it is once that is entered. */
  #isBehind = false;
  /** An answer that comes after another question is no longer of interest. */
  #turn = 0;

  constructor(report: ReportState) {
    this.#report = report;
    this.#now = report.view.undoing;
  }

  /** What the next undo or redo would do; nothing while one is under way. */
  way(direction: Direction): WayView {
    return this.#now[direction];
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }
  /** What was done last, to be said to those who do not see it. */
  get last(): { readonly direction: Direction; readonly what: Bilingual } | null {
    return this.#last;
  }
  get problem(): Problem | null {
    return this.#problem;
  }

  dismiss(): void {
    this.#problem = null;
  }

  /** Asks again what could be undone; to be called when edits have been taken. */
  async refresh(): Promise<void> {
    if (this.#isBusy) return;
    const { id } = this.#report;
    if (this.#isBehind) {
      const opened = await bridge['filing/open']({ id });
      if (opened.ok) this.#report.replace(opened.value);
      this.#isBehind = !opened.ok;
    }
    const turn = (this.#turn += 1);
    const outcome = await bridge['filing/undoing']({ id });
    if (turn !== this.#turn) return;
    if (outcome.ok) this.#now = outcome.value;
    else this.#problem = outcome.problem;
  }

  /** Takes a step back or forward, and goes where it is to be seen. */
  async go(direction: Direction): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#turn += 1;
    this.#problem = null;
    // Leaving the field enters what was typed in it: that is what is taken back first.
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    await this.#report.settle();
    const outcome = await bridge[`filing/${direction}`]({ id: this.#report.id });
    this.#isBusy = false;
    if (!outcome.ok) {
      // That there is nothing further back is no failure; the buttons say why.
      const isNothing = outcome.problem.code === 'history/nothing-to-undo' || outcome.problem.code === 'history/nothing-to-redo';
      if (!isNothing) this.#problem = outcome.problem;
      this.#show(null, focused);
      return;
    }
    const { view, what, place } = outcome.value;
    this.#isBehind = this.#report.isTyping || this.#report.saving.isUnderWay;
    this.#report.replace(view);
    this.#now = view.undoing;
    this.#last = { direction, what };
    this.#show(place, focused);
  }

  #show(place: ChangedPlace | null, focused: Element | null): void {
    const { where } = this.#report;
    if (place?.cell !== undefined && place.cell !== null) {
      where.goTo(place.cell);
      return;
    }
    if (place !== null) where.showSection(place.part);
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
  }
}
