/** The prose of a report as it is being written: what the editors hold, what of it is checked, and what is still to be saved. */
import type { Block, Narrative } from '#core/narrative/narrative.ts';
import { blocksToText, type ShowFigure } from '#core/narrative/narrative-text.ts';

/** Typing is handed in while it goes on, not only when it pauses. */
const keepMilliseconds = 800;
/** Reading prose takes longer than a keystroke may. */
const checkMilliseconds = 150;

const noBlocks: readonly Block[] = [];

export type ProseOrder = {
  /** As the main process showed it last. */
  readonly stored: () => Narrative;
  /** How bound figures read at the moment. */
  readonly show: () => ShowFigure;
  readonly save: (section: string, blocks: readonly Block[]) => void;
};

export class Prose {
  readonly #order: ProseOrder;
  /** Sections as they were written since the main process last showed the report. */
  #written = $state.raw<Narrative>({});
  /** The same, at most so often as prose can be checked. */
  #checked = $state.raw<Narrative>({});
  #unsaved = $state.raw<readonly string[]>([]);
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #checkTimer: ReturnType<typeof setTimeout> | undefined;

  readonly #narrative = $derived.by((): Narrative => ({ ...this.#order.stored(), ...this.#checked }));

  constructor(order: ProseOrder) {
    this.#order = order;
  }

  /** The whole narrative as it is to be checked. */
  get checked(): Narrative {
    return this.#narrative;
  }
  /** A section as it is being written. */
  blocksOf(section: string): readonly Block[] {
    return this.#written[section] ?? this.#order.stored()[section] ?? noBlocks;
  }
  /** Its text; bound figures read as in the tables. */
  textOf(section: string): string {
    return blocksToText(this.blocksOf(section), this.#order.show());
  }
  /** Something is written that is not on its way to the disk yet. */
  get isTyping(): boolean {
    return this.#unsaved.length > 0;
  }

  write(section: string, blocks: readonly Block[]): void {
    this.#written = { ...this.#written, [section]: blocks };
    if (!this.#unsaved.includes(section)) this.#unsaved = [...this.#unsaved, section];
    this.#keepTimer ??= setTimeout(() => this.keep(), keepMilliseconds);
    this.#checkTimer ??= setTimeout(() => this.#check(), checkMilliseconds);
  }

  /** Hands in everything that is written. */
  keep(): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    this.#check();
    const sections = this.#unsaved;
    this.#unsaved = [];
    for (const section of sections) this.#order.save(section, this.#written[section] ?? []);
  }

  /** The report as the main process shows it has everything now. */
  forget(): void {
    this.#written = {};
    this.#check();
  }

  #check(): void {
    clearTimeout(this.#checkTimer);
    this.#checkTimer = undefined;
    if (this.#checked !== this.#written) this.#checked = this.#written;
  }
}
