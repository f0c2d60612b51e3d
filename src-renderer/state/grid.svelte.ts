/** The selection in a table, and what is done with it as a whole: copying, blanking, pasting, filling. */
import { sumExact, type CellValue } from '#core/lib/exact.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import type { FormTable } from '#core/form/edition.ts';
import { cellOf } from '#core/form/form.ts';
import { valueLines } from '#core/form/value-lines.ts';
import { sizeOf, type Block } from '#core/clipboard/block.ts';
import { planPaste, type PastePlan } from '#core/clipboard/plan-paste.ts';
import { edge, neighbour, range, type Direction, type Lines, type Place } from '../grid/cell-moves.ts';
import type { Copied } from '../grid/read-copied.ts';
import type { ReportState } from './report.svelte.ts';

/** Why nothing could be pasted. */
export type NothingToPaste = Exclude<Copied['kind'], 'block'>;

export class GridState {
  readonly report: ReportState;
  readonly table: FormTable;
  readonly #lines: Lines;
  /** The cell with the focus; the range reaches from it to the head. */
  #anchor = $state.raw<CellKey | null>(null);
  #head = $state.raw<CellKey | null>(null);
  #plan = $state.raw<PastePlan | null>(null);
  #refused = $state<NothingToPaste | null>(null);
  #range = $derived.by((): Lines => (this.#anchor === null || this.#head === null ? [] : range(this.#lines, this.#anchor, this.#head)));
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew with the range, never changed
  #selected: ReadonlySet<CellKey> = $derived(new Set(this.#range.flat()));

  constructor(report: ReportState, table: FormTable) {
    this.report = report;
    this.table = table;
    this.#lines = valueLines(table);
  }

  /** The one cell that Tab goes to. */
  get active(): CellKey | null {
    return this.#anchor ?? this.#lines[0]?.[0] ?? null;
  }
  get isRange(): boolean {
    return this.#selected.size > 1;
  }
  get size(): number {
    return this.#selected.size;
  }
  /** Σ of the selected cells that are filled. */
  get sum(): CellValue {
    const { cells } = this.report.entered;
    return sumExact([...this.#selected].map((cell) => ({ coefficient: 1, value: valueAt(cells, cell) })));
  }
  get plan(): PastePlan | null {
    return this.#plan;
  }
  get refused(): NothingToPaste | null {
    return this.#refused;
  }
  isSelected(cell: CellKey): boolean {
    return this.#selected.has(cell);
  }

  select(cell: CellKey): void {
    this.#anchor = cell;
    this.#head = cell;
  }
  extendTo(cell: CellKey): void {
    this.#anchor ??= cell;
    this.#head = cell;
  }
  selectAll(): void {
    const [first, last] = [this.#lines[0]?.[0], this.#lines.at(-1)?.at(-1)];
    if (first === undefined || last === undefined) return;
    // The focus stays where it is, so the range is told by its corners.
    this.#anchor = first;
    this.#head = last;
  }

  /** Where a move from the head (or, without extending, from the focus) leads; null beyond the edge. */
  target(from: CellKey, place: Place): CellKey | null {
    return neighbour(this.#lines, from, place);
  }
  edgeFrom(from: CellKey, direction: Direction): CellKey {
    const { cells, pending } = this.report.entered;
    return edge(this.#lines, from, direction, (cell) => valueAt(cells, cell) !== null || pending[cell] !== undefined);
  }
  get head(): CellKey | null {
    return this.#head;
  }
  /** Where a move from a cell begins: a range is extended from its moving end. */
  origin(from: CellKey, isExtending: boolean): CellKey {
    return isExtending ? (this.#head ?? from) : from;
  }
  /** The next or the last cell that can be filled in, in reading order. */
  following(from: CellKey, isBack: boolean): CellKey | null {
    const all = this.#lines.flat();
    const order = isBack ? all.slice(0, all.indexOf(from)).reverse() : all.slice(all.indexOf(from) + 1);
    return order.find((cell) => !cellOf(this.report.form, cell).computed) ?? null;
  }

  /** The selected values as they are, row by row. */
  rows(): readonly (readonly string[])[] {
    const { cells, pending } = this.report.entered;
    return this.#range.map((line) => line.map((cell) => pending[cell] ?? String(valueAt(cells, cell) ?? '')));
  }

  /** Blanks what is selected and filled, as one step. */
  clear(): void {
    const { cells, pending } = this.report.entered;
    const filled = [...this.#selected].filter(
      (cell) => !cellOf(this.report.form, cell).computed && (valueAt(cells, cell) !== null || pending[cell] !== undefined),
    );
    if (filled.length > 0 && !this.report.isSealed) this.report.enter(filled.map((cell) => ({ cell, text: '' })));
  }

  /** Plans a paste, which is shown before it is done. One cell that was copied fills the whole selection. */
  offer(copied: Copied): void {
    if (copied.kind !== 'block') {
      this.#refused = copied.kind;
      return;
    }
    const at = this.#range[0]?.[0];
    if (at === undefined || this.report.isSealed) return;
    const { cells, pending } = this.report.entered;
    const block = sizeOf(copied.block) === 1 ? this.#filledWith(copied.block[0]?.[0]?.text ?? '') : copied.block;
    this.#plan = planPaste({ form: this.report.form, table: this.table, cells, pending, block, at });
  }
  #filledWith(text: string): Block {
    return this.#range.map((line) => line.map((_cell, column) => ({ text, column, colSpan: 1 })));
  }
  paste(): void {
    const changes = this.#plan?.changes ?? [];
    this.#plan = null;
    if (changes.length > 0) this.report.enter(changes.map(({ cell, text }) => ({ cell, text })));
  }
  leave(): void {
    this.#plan = null;
    this.#refused = null;
  }
}
