/** Reads the prose of a report: every figure and denial that some rule is certain about, with what the tables say. */
import type { Cells } from '../form/edit-cells.ts';
import type { Form } from '../form/form.ts';
import type { Block, Narrative } from '../narrative/narrative.ts';
import type { NarrativeFigureRule } from '../rules/narrative-figure-rule.ts';
import type { PriorYear } from '../rules/subject.ts';
import { hearSection, type HeardBlock } from './hear-section.ts';
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
type PlacedReading = HeardPlace & { readonly reading: PassageReading };

/**
 * Readings in the order of the prose, or those of one sort. Takes time in proportion to the text, whatever it contains;
 * blocks that were read before, and are the same objects, take almost none.
 */
export function readFigures(order: NarrativeOrder, isAsked: (reading: PassageReading) => boolean = () => true): readonly Reading[] {
  const book = openWordBook(order.rules, order.reportYear ?? null);
  const show = showFigureOf(order.form, order.cells);
  const sections = sectionsOf(order).map(([section, blocks]) =>
    hearSection(blocks, book, order.unitName ?? '', show).map((heard, block): HeardPlace => ({ heard, section, block })),
  );
  const found = [
    ...sections.flatMap((places) => places.flatMap((place) => blockReadings(place, book, order))),
    ...sections.flatMap(feeReadings),
    ...repeatReadings(sections.flat()),
  ];
  const rank = new Map(sections.flatMap(([first], index) => (first === undefined ? [] : [[first.section, index]])));
  return found
    .filter(({ reading }) => isAsked(reading))
    .map(({ heard, section, block, reading }) => placeReading(heard.passage, { section, block }, reading))
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

function blockReadings(place: HeardPlace, book: WordBook, order: NarrativeOrder): readonly PlacedReading[] {
  const { claims, percents, lists } = place.heard;
  if (claims.length === 0 && lists.length === 0) return [];
  const counts = dropParts(claims.flatMap((claim) => judgeClaim(claim, order) ?? []));
  const rates = readRates(percents, counts, book, order, order.prior ?? null);
  return [...counts, ...rates, ...lists].map((reading) => ({ ...place, reading }));
}

/** What the blocks of one section say of the fee. */
function feeReadings(places: readonly HeardPlace[]): readonly PlacedReading[] {
  const fees = places.flatMap((place) => place.heard.fees.map((fee) => ({ place, fee })));
  return readFees(fees.map(({ fee }) => fee)).flatMap((reading, index) => {
    const place = fees[index]?.place;
    return place === undefined ? [] : [{ ...place, reading }];
  });
}

function repeatReadings(places: readonly HeardPlace[]): readonly PlacedReading[] {
  const statements = places.flatMap((place) => place.heard.statements.map((statement) => ({ place, statement })));
  return readRepeats(statements.map(({ statement }) => statement)).flatMap((reading, index) => {
    const place = statements[index]?.place;
    return place === undefined || reading === null ? [] : [{ ...place, reading }];
  });
}
