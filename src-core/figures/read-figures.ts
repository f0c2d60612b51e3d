/** Reads the prose of a report: every figure and denial that some rule is certain about, with what the tables say. */
import type { Cells } from '../form/edit-cells.ts';
import type { Form } from '../form/form.ts';
import type { Block, Narrative } from '../narrative/narrative.ts';
import type { NarrativeFigureRule } from '../rules/narrative-figure-rule.ts';
import type { PriorYear } from '../rules/subject.ts';
import { beginHearing, hearSection, type HeardBlock } from './hear-section.ts';
import { dropParts, judgeClaim } from './judge-claim.ts';
import { showFigureOf } from './passage.ts';
import { placeReading } from './place-reading.ts';
import { readFees } from './read-fees.ts';
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
  /** For 同比; without it growth is left open. */
  readonly prior?: PriorYear | null;
};

type HeardPlace = { readonly heard: HeardBlock; readonly section: string; readonly block: number };
type PlacedReading = { readonly place: HeardPlace; readonly reading: PassageReading };
type Keep = (place: HeardPlace, reading: PassageReading) => void;

/**
 * Readings in the order of the prose, or those of one sort. Takes time in proportion to the text, whatever it contains;
 * blocks that were read before, and are the same objects, take almost none.
 */
export function readFigures(order: NarrativeOrder, isAsked: (reading: PassageReading) => boolean = () => true): readonly Reading[] {
  const book = openWordBook(order.rules, order.reportYear ?? null);
  const show = showFigureOf(order.form, order.cells);
  beginHearing(book);
  const sections = sectionsOf(order).map(([section, blocks]) =>
    hearSection(blocks, book, order.unitName ?? '', show).map((heard, block): HeardPlace => ({ heard, section, block })),
  );
  // What is not asked for, in a sound report all, is left aside as early as can be.
  const found: PlacedReading[] = [];
  const keep = (place: HeardPlace, reading: PassageReading): void => {
    if (isAsked(reading)) found.push({ place, reading });
  };
  const places = sections.flat();
  for (const place of places) for (const reading of blockReadings(place.heard, book, order)) keep(place, reading);
  for (const ofSection of sections) keepFees(ofSection, keep);
  keepRepeats(places, keep);
  if (found.length === 0) return [];
  const rank = new Map(sections.flatMap(([first], index) => (first === undefined ? [] : [[first.section, index]])));
  return found
    .map(({ place, reading }) => placeReading(place.heard.passage, place, reading))
    .sort(
      ({ place: a }, { place: b }) => (rank.get(a.section) ?? 0) - (rank.get(b.section) ?? 0) || a.block - b.block || a.start - b.start,
    );
}

/** Sections in printed order, then any that the edition does not print. */
function sectionsOf({ form, narrative }: NarrativeOrder): readonly (readonly [string, readonly Block[]])[] {
  const names = new Set([...form.edition.order, ...Object.keys(narrative)]);
  return [...names].flatMap((name) => {
    const blocks = narrative[name];
    return blocks === undefined ? [] : [[name, blocks] as const];
  });
}

function blockReadings({ claims, percents, lists }: HeardBlock, book: WordBook, order: NarrativeOrder): readonly PassageReading[] {
  if (claims.length === 0) return lists;
  const judged: PassageReading[] = [];
  for (const claim of claims) {
    const reading = judgeClaim(claim, order);
    if (reading !== null) judged.push(reading);
  }
  const counts = dropParts(judged);
  const rates = readRates(percents, counts, book, order, order.prior ?? null);
  return [...counts, ...rates, ...lists];
}

/** What the blocks of one section say of the fee. */
function keepFees(places: readonly HeardPlace[], keep: Keep): void {
  if (places.every(({ heard }) => heard.fees.length === 0)) return;
  const fees = places.flatMap((place) => place.heard.fees.map((fee) => ({ place, fee })));
  for (const [index, reading] of readFees(fees.map(({ fee }) => fee)).entries()) {
    const place = fees[index]?.place;
    if (place !== undefined) keep(place, reading);
  }
}

function keepRepeats(places: readonly HeardPlace[], keep: Keep): void {
  if (places.every(({ heard }) => heard.statements.length === 0)) return;
  const statements = places.flatMap((place) => place.heard.statements.map((statement) => ({ place, statement })));
  for (const [index, reading] of readRepeats(statements.map(({ statement }) => statement)).entries()) {
    const place = statements[index]?.place;
    if (place !== undefined && reading !== null) keep(place, reading);
  }
}
