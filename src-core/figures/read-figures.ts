/** Reads the prose of a report: every figure and denial that some rule is certain about, with what the tables say. */
import type { Cells } from '../form/edit-cells.ts';
import type { Form } from '../form/form.ts';
import type { Block, Narrative } from '../narrative/narrative.ts';
import type { NarrativeFigureRule } from '../rules/narrative-figure-rule.ts';
import type { PriorYear } from '../rules/subject.ts';
import { excerpt } from './excerpt.ts';
import { hearBlockClaims, type HeardBlock } from './hear-claims.ts';
import { newHearing } from './hearing.ts';
import { dropParts, judgeClaim } from './judge-claim.ts';
import { marksOf } from './marks.ts';
import { passageOf, showFigureOf } from './passage.ts';
import { readFees } from './read-fees.ts';
import { readLists } from './read-lists.ts';
import { readRates } from './read-rates.ts';
import { readRepeats } from './read-repeats.ts';
import type { PassageReading, Reading } from './reading.ts';
import { openWordBook, type WordBook } from './word-book.ts';

export type NarrativeOrder = {
  readonly form: Form;
  readonly rules: readonly NarrativeFigureRule[];
  readonly narrative: Narrative;
  readonly cells: Cells;
  /** Tells 「2019年结转」 from this year's figures; without it sentences that name years so are not judged. */
  readonly reportYear?: number;
  /** An office whose own name says 办公室 reports for itself; others may quote their office alone. */
  readonly unitName?: string;
  /** For 同比; without it growth is not judged. */
  readonly prior?: PriorYear | null;
};

type HeardPlace = HeardBlock & { readonly section: string; readonly block: number };

const longestSentence = 120;
const longestQuote = 40;

/** Readings in the order of the prose. Takes time in proportion to the text, whatever it contains. */
export function readFigures(order: NarrativeOrder): readonly Reading[] {
  const book = openWordBook(order.rules, order.reportYear ?? null, order.unitName ?? '');
  const sections = sectionsOf(order).map(([section, blocks]) => hearSection(section, blocks, book, order));
  const all = sections.flat();
  const readings = [
    ...all.flatMap((heard) => blockReadings(heard, book, order).map((reading) => placeReading(heard, reading))),
    ...sections.flatMap((heard) => placeAll(heard, readFees(heard, book))),
    ...placeAll(all, readRepeats(all, book)),
  ];
  const rank = new Map(sectionsOf(order).map(([section], index) => [section, index]));
  const rankOf = ({ place }: Reading) => rank.get(place.section) ?? 0;
  return readings.sort((a, b) => rankOf(a) - rankOf(b) || a.place.block - b.place.block || a.place.start - b.place.start);
}

/** Sections in printed order, then any that the edition does not print. */
function sectionsOf({ form, narrative }: NarrativeOrder): readonly (readonly [string, readonly Block[]])[] {
  const names = new Set([...form.edition.order, ...Object.keys(narrative)]);
  return [...names].flatMap((name) => {
    const blocks = narrative[name];
    return blocks === undefined ? [] : [[name, blocks] as const];
  });
}

function hearSection(section: string, blocks: readonly Block[], book: WordBook, { form, cells }: NarrativeOrder): readonly HeardPlace[] {
  const show = showFigureOf(form, cells);
  let under = newHearing(book);
  let now = 0;
  return blocks.map((content, block) => {
    const passage = passageOf(content, show);
    const before = content.kind === 'heading' ? newHearing(book) : under;
    const heard = hearBlockClaims(passage, marksOf(passage, book.lexicon, book.units), book, before, now);
    ({ now } = heard.hearing);
    if (content.kind === 'heading') under = heard.hearing;
    return { ...heard, section, block };
  });
}

function blockReadings(heard: HeardBlock, book: WordBook, { form, cells, prior }: NarrativeOrder): readonly PassageReading[] {
  const claims = heard.claims.flatMap((claim) => judgeClaim(claim, form, cells) ?? []);
  const counts = dropParts(claims);
  const recognised = new Set(heard.claims.flatMap((claim) => (claim.says === 'count' ? [claim.figure.quantity] : [])));
  const rates = readRates(heard, counts, book, { form, cells, prior: prior ?? null });
  return [...counts, ...rates, ...readLists(heard, recognised, book)];
}

function placeAll(
  blocks: readonly HeardPlace[],
  found: readonly { readonly block: number; readonly reading: PassageReading }[],
): readonly Reading[] {
  return found.flatMap(({ block, reading }) => {
    const heard = blocks[block];
    return heard === undefined ? [] : [placeReading(heard, reading)];
  });
}

function placeReading({ passage, section, block }: HeardPlace, { words, sentence, ...reading }: PassageReading): Reading {
  const at = (index: number) => passage.at[index] ?? passage.source.length;
  // A place ends after its last character, not before the next one: white space may lie between.
  const place = { section, block, start: at(words.start), end: at(words.end - 1) + 1 };
  const around = { start: at(sentence.start), end: at(sentence.end) };
  return {
    ...reading,
    place,
    sentence: excerpt(passage.source, around, place, longestSentence),
    quote: excerpt(passage.source, around, place, longestQuote),
    figure: passage.source.slice(place.start, place.end),
  };
}
