/** Where the user is within a report: the section that is shown, and the cell that has or should get the focus. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { Finding, Quotation } from '#core/rules/finding.ts';

/** A cell that was asked for; the count tells one request from the next for the same cell. */
export type Jump = { readonly cell: CellKey; readonly count: number };

/** Words of the prose that were asked for. */
export type QuotationJump = { readonly section: string; readonly quotation: Quotation; readonly count: number };

/** A figure that is being chosen in the tables for a place in the text; `cell` once it is chosen. */
export type Picking = { readonly section: string; readonly at: number; readonly cell: CellKey | null };

export class Whereabouts {
  #section = $state<string>('');
  #focused = $state.raw<CellKey | null>(null);
  #jump = $state.raw<Jump | null>(null);
  #quoted = $state.raw<QuotationJump | null>(null);
  #picking = $state.raw<Picking | null>(null);
  /** Last year's text stands beside this year's. */
  isComparing = $state(false);

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
  /** The words that were asked for last, as long as their section has not been left. */
  get quoted(): QuotationJump | null {
    return this.#quoted;
  }

  /** The section that waits for a figure of the tables, and where in its text. */
  get picking(): Picking | null {
    return this.#picking;
  }
  /** To the tables, to choose the figure there. */
  startPicking(section: string, at: number, table: string): void {
    this.#picking = { section, at, cell: null };
    this.showSection(table);
  }
  /** Back to the section with the cell, or without one. */
  pick(cell: CellKey | null): void {
    if (this.#picking === null) return;
    const { section } = this.#picking;
    this.#picking = { ...this.#picking, cell };
    this.showSection(section);
  }
  endPicking(): void {
    this.#picking = null;
  }

  showSection(section: string): void {
    if (section !== this.#section) {
      this.#focused = null;
      this.#quoted = null;
    }
    this.#section = section;
  }
  focus(cell: CellKey | null): void {
    this.#focused = cell;
  }
  goTo(cell: CellKey): void {
    this.#section = cell.split('.')[0] ?? this.#section;
    this.#quoted = null;
    this.#jump = { cell, count: (this.#jump?.count ?? 0) + 1 };
  }
  goToQuotation(section: string, quotation: Quotation): void {
    const count = (this.#quoted?.count ?? 0) + 1;
    this.showSection(section);
    this.#quoted = { section, quotation, count };
  }
  /** To the words, the cell (the first, if no other is named), or at least the section that a finding is about. */
  goToFinding({ quotation, section, cells: [first] }: Finding, cell: CellKey | null = first ?? null): void {
    if (quotation !== null && section !== null) this.goToQuotation(section, quotation);
    else if (cell !== null) this.goTo(cell);
    else if (section !== null) this.showSection(section);
  }
  /**
   * F8 and Shift+F8: the place of a finding after or before the one where the user is, round and round. `cellOf` names
   * the cell of a finding to go to.
   */
  goToNext(findings: readonly Finding[], step: 1 | -1, cellOf: (finding: Finding) => CellKey | null): void {
    const all = findings.map((finding) => ({ finding, cell: cellOf(finding) })).map((each) => ({ ...each, place: placeOf(each) }));
    const targets = all.filter(({ place }, index) => all.findIndex((each) => each.place === place) === index);
    const here = this.#quoted === null ? (this.#focused ?? this.#section) : placeOfWords(this.#quoted.section, this.#quoted.quotation);
    const at = targets.findIndex(({ place }) => place === here);
    const next = at < 0 ? (step === 1 ? 0 : targets.length - 1) : (at + step + targets.length) % targets.length;
    const target = targets[next];
    if (target !== undefined) this.goToFinding(target.finding, target.cell);
  }
}

type Target = { readonly finding: Finding; readonly cell: CellKey | null };

function placeOf({ finding: { quotation, section }, cell }: Target): string | null {
  return quotation !== null && section !== null ? placeOfWords(section, quotation) : (cell ?? section);
}

function placeOfWords(section: string, { block, start }: Quotation): string {
  return `${section} ${String(block)} ${String(start)}`;
}
