/** Where the user is within a report: the section that is shown, and the cell that has or should get the focus. */
import type { CellKey } from '#core/form/cell-key.ts';

/** A cell that was asked for; the count tells one request from the next for the same cell. */
export type Jump = { readonly cell: CellKey; readonly count: number };

export class Whereabouts {
  #section = $state<string>('');
  #focused = $state.raw<CellKey | null>(null);
  #jump = $state.raw<Jump | null>(null);

  constructor(section: string) {
    this.#section = section;
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
  /** F8 and Shift+F8: the target after or before the focused one, round and round. */
  goToNext(targets: readonly CellKey[], step: 1 | -1): void {
    if (targets.length === 0) return;
    const at = this.#focused === null ? -1 : targets.indexOf(this.#focused);
    const next = at < 0 ? (step === 1 ? 0 : targets.length - 1) : (at + step + targets.length) % targets.length;
    const target = targets[next];
    if (target !== undefined) this.goTo(target);
  }
}
