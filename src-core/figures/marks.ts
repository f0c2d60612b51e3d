/** A passage as a row of marks: known words, figures, stops, and the runs of text between them that say nothing here. */
import { assertNever } from '../lib/assert-never.ts';
import { beginsWord, isSign, longestWord, type Lexicon, type LexiconWord } from './lexicon.ts';
import type { Passage, Range } from './passage.ts';
import { readQuantity, type Quantity, type Units } from './quantity.ts';
import { isDigit, isNumeral, numberBeginnings } from './read-number.ts';

type Sign =
  /** `clause` ，  `part` ；  `sentence` 。 */
  | { readonly kind: 'stop'; readonly sign: 'clause' | 'part' | 'sentence' }
  | { readonly kind: 'bracket'; readonly sign: 'open' | 'close' }
  /** 、 ： and quotation marks part nothing. */
  | { readonly kind: 'pause'; readonly sign: 'joint' | 'other' };

/** Of few shapes, so that going through thousands of them stays fast: what tells signs apart is always called `sign`. */
export type Mark = {
  readonly start: number;
  readonly end: number;
  /** How many brackets are open here. */
  readonly depth: number;
} & (
  | { readonly kind: 'word'; readonly word: LexiconWord }
  | { readonly kind: 'quantity'; readonly quantity: Quantity; readonly isBound: boolean }
  | { readonly kind: 'year'; readonly year: number; readonly isTitled: boolean }
  | Sign
  | { readonly kind: 'unknown'; readonly sign: null }
);

export type Figure = Mark & { readonly kind: 'quantity' };

const signNames: readonly (readonly [string, Sign])[] = [
  [',', { kind: 'stop', sign: 'clause' }],
  [';', { kind: 'stop', sign: 'part' }],
  ['。!?\n', { kind: 'stop', sign: 'sentence' }],
  // 「…事项.」: some reports end sentences with a Western full stop.
  ['.', { kind: 'stop', sign: 'sentence' }],
  ['(', { kind: 'bracket', sign: 'open' }],
  [')', { kind: 'bracket', sign: 'close' }],
  ['、', { kind: 'pause', sign: 'joint' }],
  [':“”"\'‘’《》〈〉<>', { kind: 'pause', sign: 'other' }],
];
const signByCode: ReadonlyMap<number, Sign> = new Map(
  signNames.flatMap(([characters, name]) => Array.from(characters, (character) => [character.charCodeAt(0), name] as const)),
);
const [point, openingBracket, openingTitle, closingTitle, yearSign, monthSign] = Array.from('.(《》年月', (each) => each.charCodeAt(0));
const fullYear = /(?:19|20)\d\d年度?/uy;
const date = /\d{1,2}月(?!份)(?:\d{1,2}日)?/uy;

/** The characters that mean something by themselves. */
export const signs = `${signNames.map(([characters]) => characters).join('')}${numberBeginnings}`;

export type MarkBook = { readonly lexicon: Lexicon; readonly units: Units };

export function marksOf({ text, bound }: Passage, book: MarkBook): readonly Mark[] {
  const { lexicon } = book;
  const { beginnings } = lexicon;
  const marks: Mark[] = [];
  const isBound = boundFrom(bound);
  let unknownFrom = 0;
  let at = 0;
  let depth = 0;
  let isTitled = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const begins = beginnings[code] ?? 0;
    if (begins === 0) {
      at += 1;
      continue;
    }
    const sign = (begins & isSign) === 0 ? undefined : signByCode.get(code);
    const isStop = sign?.kind === 'stop' && code !== point;
    const word = isStop || (begins & beginsWord) === 0 ? null : longestWord(lexicon, text, at);
    if (word !== null) {
      if (unknownFrom < at) marks.push({ kind: 'unknown', start: unknownFrom, end: at, depth, sign: null });
      const end = at + word.text.length;
      marks.push({ kind: 'word', start: at, end, depth, word });
      at = end;
      unknownFrom = at;
      continue;
    }
    const found = (begins & isSign) === 0 ? null : markAt(text, at, depth, sign, book);
    if (found === null || found.kind === 'unknown') {
      at = found?.end ?? at + 1;
      continue;
    }
    if (unknownFrom < at) marks.push({ kind: 'unknown', start: unknownFrom, end: at, depth, sign: null });
    const { start, end } = found;
    if (found.kind === 'quantity') {
      const { quantity } = found;
      marks.push({ kind: 'quantity', start, end, depth, quantity, isBound: isBound(quantity) });
    } else if (found.kind === 'year') marks.push({ kind: 'year', start, end, depth, year: found.year, isTitled });
    else marks.push(found);
    if (found.kind === 'bracket') depth = Math.max(0, depth + (found.sign === 'open' ? 1 : -1));
    else if (found.kind === 'pause') isTitled = isTitledAfter(code, isTitled);
    else if (found.kind === 'stop' && found.sign === 'sentence') {
      depth = 0;
      isTitled = false;
    }
    at = end;
    unknownFrom = at;
  }
  if (unknownFrom < at) marks.push({ kind: 'unknown', start: unknownFrom, end: at, depth, sign: null });
  return marks;
}

function isTitledAfter(pause: number, isTitled: boolean): boolean {
  return pause === openingTitle || (isTitled && pause !== closingTitle);
}

/** Asked for figures in their order, tells which of them stand in a range of `bound`. */
function boundFrom(bound: readonly Range[]): (quantity: Quantity) => boolean {
  let next = 0;
  return (quantity) => {
    while ((bound[next]?.end ?? Infinity) <= quantity.start) next += 1;
    const range = bound[next];
    return range !== undefined && range.start < quantity.end;
  };
}

/** What is no word: a sign (`name`), a time, or a figure. */
function markAt(text: string, start: number, depth: number, name: Sign | undefined, { units }: MarkBook): Mark | null {
  const code = text.charCodeAt(start);
  if (name?.kind === 'stop' && code !== point) return signMark(name, start, depth);
  if (isDigit(code)) {
    const time = timeAt(text, start, depth);
    if (time !== null) return time;
  }
  const read = isNumeral(code) || code === openingBracket ? readQuantity(text, start, units) : null;
  if (read !== null) {
    const { quantity, end } = read;
    if (quantity === null) return { kind: 'unknown', start, end, depth, sign: null };
    return { kind: 'quantity', start, end, depth, quantity, isBound: false };
  }
  if (name === undefined || (code === point && (isDigit(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(start + 1))))) return null;
  return signMark(name, start, depth);
}

/** A year, or a day, which says as little as a pause. */
function timeAt(text: string, start: number, depth: number): Mark | null {
  const year = text.charCodeAt(start + 4) === yearSign ? match(fullYear, text, start) : null;
  if (year !== null) return { kind: 'year', start, end: start + year.length, depth, year: Number(year.slice(0, 4)), isTitled: false };
  const isMonth = text.charCodeAt(start + 1) === monthSign || text.charCodeAt(start + 2) === monthSign;
  const day = isMonth ? match(date, text, start) : null;
  return day === null ? null : { kind: 'pause', start, end: start + day.length, depth, sign: 'other' };
}

function signMark(name: Sign, start: number, depth: number): Mark {
  const end = start + 1;
  switch (name.kind) {
    case 'stop':
      return { kind: 'stop', start, end, depth, sign: name.sign };
    case 'bracket':
      return { kind: 'bracket', start, end, depth, sign: name.sign };
    case 'pause':
      return { kind: 'pause', start, end, depth, sign: name.sign };
    default:
      return assertNever(name);
  }
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
