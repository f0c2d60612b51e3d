/** Typing in one cell: what is typed is on disk after a pause, and Esc still brings back what stood there before. */
import type { CellKey } from '#core/form/cell-key.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import type { ReportState } from './report.svelte.ts';

/** Typing for longer than this without a pause is rare, and a save takes a hundredth of it. */
const pauseMilliseconds = 600;

export class CellEditor {
  readonly #report: ReportState;
  readonly #cell: CellKey;
  /** The text in the making; null while nothing was typed since the cell got the focus. */
  #draft = $state<string | null>(null);
  /** Arrows move the caret instead of the focus. */
  #isEditing = $state(false);
  #original = '';
  #kept: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(report: ReportState, cell: CellKey) {
    this.#report = report;
    this.#cell = cell;
  }

  get draft(): string | null {
    return this.#draft;
  }
  get isEditing(): boolean {
    return this.#isEditing;
  }

  /** F2, or a click into the selected text: the value is to be changed, not replaced. */
  edit(): void {
    this.#isEditing = true;
  }

  type(text: string): void {
    if (this.#draft === null) this.#original = this.#current();
    this.#draft = text;
    this.#isEditing = true;
    this.#report.type({ cell: this.#cell, text });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), pauseMilliseconds);
  }

  /** Leaves the cell: what was typed is entered. */
  commit(): void {
    this.#keep();
    this.#end();
  }

  revert(): void {
    clearTimeout(this.#timer);
    const wasKept = this.#kept !== null;
    const original = this.#original;
    this.#end();
    if (wasKept) this.#report.enter([{ cell: this.#cell, text: original }], true);
    else this.#report.revert();
  }

  #keep(): void {
    clearTimeout(this.#timer);
    if (this.#draft === null || this.#draft === this.#kept) return;
    const goesOn = this.#kept !== null;
    this.#kept = this.#draft;
    this.#report.enter([{ cell: this.#cell, text: this.#draft }], goesOn);
  }

  #end(): void {
    this.#draft = null;
    this.#kept = null;
    this.#isEditing = false;
  }

  #current(): string {
    const { cells, pending } = this.#report.entered;
    return pending[this.#cell] ?? String(valueAt(cells, this.#cell) ?? '');
  }
}
