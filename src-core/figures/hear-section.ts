/**
 * Hears the blocks of a section. What a block says does not depend on the cells, but for figures bound to them, so a
 * block that was heard before under the same heading is not heard again: after an edit only what was edited is.
 */
import type { Block } from '../narrative/narrative.ts';
import type { ShowFigure } from '../narrative/narrative-text.ts';
import { beginPassages, passageOfBlock } from './block-passage.ts';
import { hearClaims, type Claim } from './hear-claims.ts';
import { hearBlock, newHearing, type Hearing } from './hearing.ts';
import { beginReport, keep, newLately, recall, type Lately } from './lately.ts';
import { markBlock } from './marked-block.ts';
import type { Passage } from './passage.ts';
import { feesIn, type Fee } from './read-fees.ts';
import type { Quantity } from './quantity.ts';
import { readLists } from './read-lists.ts';
import { percentsIn, type Percent } from './read-rates.ts';
import { statementsIn, type Statement } from './read-repeats.ts';
import type { PassageReading } from './reading.ts';
import type { WordBook } from './word-book.ts';

export type HeardBlock = {
  readonly passage: Passage;
  readonly claims: readonly Claim[];
  readonly percents: readonly Percent[];
  readonly lists: readonly PassageReading[];
  readonly fees: readonly Fee[];
  readonly statements: readonly Statement[];
};

/** What was heard, with all that it depends on. */
type Memory = {
  readonly heard: HeardBlock;
  /** Of a heading, for what stands under it. */
  readonly hearing: Hearing | null;
  /** The heading that stands above. */
  readonly under: Hearing | null;
  readonly unitName: string;
};

const memories = new WeakMap<WordBook, Lately<Block, Memory>>();

/** Before the sections of a report are heard. */
export function beginHearing(book: WordBook): void {
  beginPassages();
  beginReport(memoriesOf(book));
}

function memoriesOf(book: WordBook): Lately<Block, Memory> {
  const before = memories.get(book);
  if (before !== undefined) return before;
  const begun = newLately<Block, Memory>();
  memories.set(book, begun);
  return begun;
}

/** The blocks in order; `show` tells how bound figures read at the moment. */
export function hearSection(blocks: readonly Block[], book: WordBook, unitName: string, show: ShowFigure): readonly HeardBlock[] {
  const remembered = memoriesOf(book);
  let heading: Hearing | null = null;
  return blocks.map((block) => {
    const isHeading = block.kind === 'heading';
    const under = isHeading ? null : heading;
    const passage = passageOfBlock(block, show);
    const known = recall(remembered, block);
    const isSame = known?.heard.passage === passage && known.under === under && known.unitName === unitName;
    const memory = isSame ? known : hear(passage, { under, unitName, book, isHeading });
    if (!isSame) keep(remembered, block, memory);
    if (isHeading) heading = memory.hearing;
    return memory.heard;
  });
}

type Order = Pick<Memory, 'under' | 'unitName'> & { readonly book: WordBook; readonly isHeading: boolean };

function hear(passage: Passage, { under, unitName, book, isHeading }: Order): Memory {
  const block = markBlock(passage, book, isHeading);
  const isTelling = block !== null && (isHeading || block.namesFee || block.lastTelling >= 0);
  if (!isTelling) return { heard: { passage, ...nothing }, hearing: null, under, unitName };
  const hearing = isHeading ? newHearing(book, unitName) : hearBlock(under, book, unitName);
  const claims = hearClaims(block, book, hearing, isHeading);
  const heard = {
    passage,
    claims,
    percents: percentsIn(block),
    lists: block.hasLists ? readLists(block, figuresOf(claims), book) : none,
    fees: feesIn(block, book),
    statements: statementsIn(block, book),
  };
  return { heard, hearing: isHeading ? hearing : null, under, unitName };
}

function figuresOf(claims: readonly Claim[]): ReadonlySet<Quantity> {
  return new Set(claims.flatMap((claim) => (claim.says === 'count' ? [claim.figure.quantity] : [])));
}

const none: readonly PassageReading[] = [];
const nothing: Omit<HeardBlock, 'passage'> = { claims: [], percents: [], lists: [], fees: [], statements: [] };
