/**
 * Lists of parts: 「总数N条，其中a条、b条」. Their sum is not more than the whole; after 分别为 or 包括 it is the whole. Lists
 * whose parts are families of the tables are left to those families, for such lists often count two things at once.
 */
import { fromMillionths } from '../lib/exact.ts';
import type { PartsRule } from '../rules/narrative-figure-rule.ts';
import type { MarkedBlock } from './marked-block.ts';
import type { Range } from './passage.ts';
import type { Quantity } from './quantity.ts';
import { ofProseAlone, type PassageReading } from './reading.ts';
import { depthOf, startOf, type Figure, type Mark, type Row } from './row.ts';
import { sentenceAt } from './sentences.ts';
import type { WordBook } from './word-book.ts';
import type { WordRole } from './word-roles.ts';

type Whole = { readonly figure: Figure; readonly index: number };
type Parts = { readonly items: readonly Quantity[]; readonly isOpen: boolean };
type Reader = { readonly row: Row; readonly isRole: (mark: Mark, role: WordRole) => boolean };

const wholesRemembered = 20;

/** Of a block in which words stand that open lists; `recognised` are the figures that belong to families. */
export function readLists(block: MarkedBlock, recognised: ReadonlySet<Range>, book: WordBook): readonly PassageReading[] {
  const { row } = block;
  return book.readers.parts.flatMap(([each, rule]) => {
    const isRole = (mark: Mark, role: WordRole) => mark.kind === 'word' && mark.roles[role].includes(each);
    return listsOf(block, { row, isRole }, rule, recognised);
  });
}

function listsOf(heard: MarkedBlock, reader: Reader, rule: PartsRule, recognised: ReadonlySet<Range>): readonly PassageReading[] {
  const readings: PassageReading[] = [];
  /** The figures that may be the whole: of this sentence, or of the one before while this one has none. */
  let wholes: Whole[] = [];
  let earlier: readonly Whole[] = [];
  for (const index of heard.landmarks) {
    const mark = heard.row.marks[index];
    if (mark?.kind === 'stop') [earlier, wholes] = [wholes, []];
    if (mark?.kind === 'quantity' && rule.units.includes(mark.quantity.unit)) {
      if (wholes.length === wholesRemembered) wholes.shift();
      wholes.push({ figure: mark, index });
    }
    if (mark?.kind !== 'word' || !(reader.isRole(mark, 'opens') || reader.isRole(mark, 'closes'))) continue;
    const candidates = wholesFor(depthOf(heard.row, index), wholes.length > 0 ? wholes : earlier);
    const whole = candidates.at(-1);
    if (whole === undefined) continue;
    const parts = partsAfter(index, whole.figure.quantity, reader);
    const result = compare(candidates, parts, recognised, isExhaustive(whole, index, parts, reader));
    if (result !== null)
      readings.push(listReading(rule, whole.figure.quantity, sentenceAt(heard.sentences, startOf(heard.row, index)), result));
  }
  return readings;
}

function listReading(rule: PartsRule, words: Range, sentence: Range, { verdict, sum, whole }: Comparison): PassageReading {
  const [left, right] = [fromMillionths(sum), fromMillionths(whole)];
  return { rule, verdict, words, sentence, left, right, ...ofProseAlone };
}

/** In brackets the whole is what stands before them; in the open it may be several figures together. */
function wholesFor(depth: number, wholes: readonly Whole[]): readonly Whole[] {
  const reachable = wholes.filter(({ figure }) => figure.depth <= depth);
  const last = reachable.at(-1);
  if (last === undefined) return [];
  if (last.figure.depth < depth) return [last];
  return reachable.filter(({ figure }) => figure.quantity.unit === last.figure.quantity.unit);
}

/** The figures of a list: to the end of the sentence part, the closing bracket, the next list, or the sum of the whole. */
function partsAfter(opener: number, whole: Quantity, { row, isRole }: Reader): Parts {
  const depth = depthOf(row, opener);
  const items: Quantity[] = [];
  let isOpen = false;
  let sum = 0n;
  for (let index = opener + 1; index < row.length; index += 1) {
    const mark = row.marks[index];
    if (mark === undefined || (mark.kind === 'stop' && mark.sign !== 'clause')) break;
    const isAtDepth = depthOf(row, index) === depth;
    if (mark.kind === 'bracket' && mark.sign === 'close' && isAtDepth && depth > 0) break;
    if (!isAtDepth) continue;
    if (isRole(mark, 'opens') || isRole(mark, 'closes') || isRole(mark, 'ends')) break;
    if (isRole(mark, 'open')) isOpen = true;
    if (mark.kind !== 'quantity') continue;
    items.push(mark.quantity);
    if (mark.quantity.unit === whole.unit) sum += mark.quantity.value;
    // A second list of the same whole may follow: 「36件，其中网上30件、信函6件，…20件」.
    if (sum === whole.value) break;
  }
  return { items, isOpen };
}

/** True for 「N件，分别为a件、b件」: the list is to name all parts. */
function isExhaustive(whole: Whole, opener: number, { items, isOpen }: Parts, { row, isRole }: Reader): boolean {
  const word = row.marks[opener];
  if (word === undefined || !isRole(word, 'closes') || isOpen || items.length < 2) return false;
  const isParting = (mark: Mark) => mark.kind === 'stop' || mark.kind === 'pause' || mark.kind === 'bracket' || isRole(mark, 'opens');
  const { unit } = whole.figure.quantity;
  return row.marks.slice(whole.index + 1, opener).every(isParting) && items.every((item) => item.unit === unit && item.isExact);
}

type Comparison = { readonly sum: bigint; readonly whole: bigint; readonly verdict: 'agrees' | 'differs' };

function compare(wholes: readonly Whole[], parts: Parts, recognised: ReadonlySet<Range>, isAll: boolean): Comparison | null {
  const values = wholes.map(({ figure }) => figure.quantity);
  const items = parts.items.filter(({ unit }) => unit === values[0]?.unit);
  if (items.length === 0 || items.some((item) => recognised.has(item)) || !values.every(({ isExact }) => isExact)) return null;
  const sum = items.reduce((total, { value }) => total + value, 0n);
  const all = values.reduce((total, { value }) => total + value, 0n);
  if (sum === all || values.some(({ value }) => value === sum)) return { sum, whole: sum, verdict: 'agrees' };
  return sum > all || isAll ? { sum, whole: isAll ? (values.at(-1)?.value ?? all) : all, verdict: 'differs' } : null;
}
