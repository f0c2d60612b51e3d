/** One section beside last year's: its texts, what differs, and how long it is. */
import type { CellKey } from '#core/form/cell-key.ts';
import { showFigureOf } from '#core/figures/passage.ts';
import type { Block } from '#core/narrative/narrative.ts';
import { countCharacters, plainText } from '#core/narrative/narrative-text.ts';
import { carryBlock } from '../prose/carry-block.ts';
import { compareTexts, type TextRange } from '../prose/compare-texts.ts';
import type { MarkedWords } from '../prose/marked-words.ts';
import { rangeOf, type BlockPlaces } from '../prose/places.ts';
import type { ReportState } from './report.svelte.ts';

/** A block of last year: its text, what of it this year's text has no longer, and what taking it over would write. */
export type LastYearBlock = {
  readonly kind: Block['kind'];
  readonly text: string;
  readonly gone: readonly TextRange[];
  readonly isAbsent: boolean;
  readonly carried: Block;
};

export class SectionComparison {
  readonly #report: ReportState;
  readonly #section: string;
  readonly #texts = $derived.by((): readonly string[] => {
    const show = showFigureOf(this.#report.form, this.#report.entered.cells);
    return (this.#report.prose.checked[this.#section] ?? []).map((block) => plainText(block, show));
  });
  readonly #lastYear = $derived.by((): readonly Block[] => this.#report.prior?.narrative[this.#section] ?? []);
  readonly #lastTexts = $derived.by((): readonly string[] => this.#lastYear.map((block) => plainText(block, this.#showLastYear)));
  readonly #comparison = $derived.by(() => compareTexts(this.#lastTexts, this.#texts));
  readonly #blocks = $derived.by((): readonly LastYearBlock[] =>
    this.#lastYear.map((block, index) => {
      const text = this.#lastTexts[index] ?? '';
      const gone = this.#comparison.gone[index] ?? [];
      const isAbsent = gone.some(({ start, end }) => end - start === text.length);
      return { kind: block.kind, text, gone, isAbsent, carried: carryBlock(block, this.#report.form, this.#showLastYear) };
    }),
  );
  readonly #count = $derived.by(() => countCharacters(this.#report.prose.textOf(this.#section)));

  constructor(report: ReportState, section: string) {
    this.#report = report;
    this.#section = section;
  }

  get hasLastYear(): boolean {
    return this.#report.prior !== null;
  }
  get lastYear(): readonly LastYearBlock[] {
    return this.#blocks;
  }
  /** 字数 of this year's text. */
  get count(): number {
    return this.#count;
  }

  /** Marks for what is new this year; a block that is being typed in waits until it has been compared again. */
  readonly newWords = $derived.by(() => {
    const { come } = this.#comparison;
    const texts = this.#texts;
    return (places: readonly BlockPlaces[]): readonly MarkedWords[] =>
      places.flatMap((block, index) => (block.text === texts[index] ? (come[index] ?? []).flatMap((range) => markOf(block, range)) : []));
  });

  readonly #showLastYear = (cell: CellKey): string => {
    const { prior } = this.#report;
    return prior?.form.cellByKey.has(cell) === true ? showFigureOf(prior.form, prior.cells)(cell) : '';
  };
}

function markOf(block: BlockPlaces, { start, end }: TextRange): readonly MarkedWords[] {
  const range = rangeOf(block, start, end);
  return range === null ? [] : [{ ...range, look: 'new-words', title: null }];
}
