/** Reads a passage into a row of marks: known words, figures, stops, and the runs of text between them that say nothing here. */
import { beginsWord, isNoticed, meaningShift, meansNumber, type Lexicon, type Meanings } from './lexicon.ts';
import type { Passage, Range } from './passage.ts';
import { readQuantity, type Quantity, type Units } from './quantity.ts';
import { isDigit, numberBeginnings } from './read-number.ts';
import { empty, put, putNotice, type Row, type Sign, type Year } from './row.ts';
import { longestWordAt, noWord } from './word-automaton.ts';

const stop: Sign = { kind: 'stop', sign: 'sentence' };
/** 「…事项.」: some reports end sentences with a Western full stop, which may as well stand in a number. */
const point: Sign = { kind: 'stop', sign: 'sentence' };
const opening: Sign = { kind: 'bracket', sign: 'open' };
const pause: Sign = { kind: 'pause', sign: 'other' };
const unknown = { kind: 'unknown', sign: null } as const;

const signNames: readonly (readonly [string, Sign])[] = [
  [',', { kind: 'stop', sign: 'clause' }],
  [';', { kind: 'stop', sign: 'part' }],
  ['。!?\n', stop],
  ['.', point],
  ['(', opening],
  [')', { kind: 'bracket', sign: 'close' }],
  ['、', { kind: 'pause', sign: 'joint' }],
  [':“”"\'‘’《》〈〉<>', pause],
];
/** By what the lexicon says of a character: 0 nothing, 1 a number may begin with it, then the signs. */
const signByMeaning: readonly (Sign | null)[] = [null, null, ...signNames.map(([, sign]) => sign)];
const [openingTitle, closingTitle, yearSign, monthSign] = Array.from('《》年月', (each) => each.charCodeAt(0));
const fullYear = /(?:19|20)\d\d年度?/uy;
const date = /\d{1,2}月(?!份)(?:\d{1,2}日)?/uy;

/** The characters that mean something by themselves. */
export const meanings: Meanings = new Map([
  ...Array.from(numberBeginnings, (character) => [character.charCodeAt(0), meansNumber] as const),
  ...signNames.flatMap(([characters], index) =>
    Array.from(characters, (character) => [character.charCodeAt(0), meansNumber + 1 + index] as const),
  ),
]);

export type MarkBook = { readonly lexicon: Lexicon; readonly units: Units };

/**
 * Fills the row with the marks of the passage, instead of those that were in it: up to the end of the sentence in which
 * `until` lies. `seen` is what `lookUp` gave.
 */
export function fillRow(row: Row, { text, bound }: Passage, seen: Int32Array, until: number, { lexicon, units }: MarkBook): void {
  const { states, words, sizes } = lexicon;
  const { length } = text;
  const isBound = boundFrom(bound);
  empty(row);
  let unknownFrom = 0;
  let at = 0;
  let depth = 0;
  let isTitled = false;
  while (at < length) {
    const character = seen[at] ?? 0;
    if (character < beginsWord) {
      at += 1;
      continue;
    }
    const meaning = character >> meaningShift;
    const sign = signByMeaning[meaning] ?? null;
    const isPlainStop = sign?.kind === 'stop' && sign !== point;
    const word = isPlainStop || (character & beginsWord) === 0 ? noWord : longestWordAt(states, seen, at, length);
    const known = word === noWord ? null : (words[word] ?? null);
    if (known !== null) {
      if (unknownFrom < at) put(row, unknown, at, depth);
      const size = sizes[word] ?? 0;
      const isSilent = size < isNoticed;
      at = unknownFrom = at + (isSilent ? size : size - isNoticed);
      if (isSilent) put(row, known, at, depth);
      else putNotice(row, known, at, depth);
      continue;
    }
    if (meaning === meansNumber || sign === opening) {
      const time = sign === null && isDigit(text.charCodeAt(at)) ? timeAt(text, at, isTitled) : null;
      const read = time === null ? readQuantity(text, at, units) : null;
      if (read?.quantity === null) {
        at = read.end;
        continue;
      }
      const found = time ?? read;
      if (found !== null) {
        if (unknownFrom < at) put(row, unknown, at, depth);
        if (time !== null) (time.mark.kind === 'year' ? putNotice : put)(row, time.mark, time.end, depth);
        else if (read !== null) {
          const { quantity, end } = read;
          putNotice(row, { kind: 'quantity', start: at, end, depth, quantity, isBound: isBound(quantity) }, end, depth);
        }
        at = unknownFrom = found.end;
        continue;
      }
    }
    if (sign === null || (sign === point && isWithinNumber(text, at))) {
      at += 1;
      continue;
    }
    if (unknownFrom < at) put(row, unknown, at, depth);
    if (sign.kind === 'pause' || sign === opening) put(row, sign, at + 1, depth);
    else putNotice(row, sign, at + 1, depth);
    if (sign.kind === 'bracket') depth = Math.max(0, depth + (sign === opening ? 1 : -1));
    else if (sign.kind === 'pause') isTitled = isTitledAfter(text.charCodeAt(at), isTitled);
    else if (sign.sign === 'sentence') {
      if (at >= until) return;
      depth = 0;
      isTitled = false;
    }
    at = unknownFrom = at + 1;
  }
  if (unknownFrom < at) put(row, unknown, at, depth);
}

/** What the lexicon says of each character of a text; kept from call to call, and grown where it is too small. */
let desk = new Int32Array(2048);

/** Holds until the next text is looked up. */
export function lookUp({ characters }: Lexicon, text: string): Int32Array {
  if (text.length > desk.length) desk = new Int32Array(text.length * 2);
  const seen = desk;
  for (let at = 0; at < text.length; at += 1) seen[at] = characters[text.charCodeAt(at)] ?? 0;
  return seen;
}

function isTitledAfter(sign: number, isTitled: boolean): boolean {
  return sign === openingTitle || (isTitled && sign !== closingTitle);
}

function isWithinNumber(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at + 1));
}

const neverBound = (): boolean => false;

/** Asked for figures in their order, tells which of them stand in a range of `bound`. */
function boundFrom(bound: readonly Range[]): (quantity: Quantity) => boolean {
  if (bound.length === 0) return neverBound;
  let next = 0;
  return (quantity) => {
    while ((bound[next]?.end ?? Infinity) <= quantity.start) next += 1;
    const range = bound[next];
    return range !== undefined && range.start < quantity.end;
  };
}

/** A year, or a day, which says as little as a pause. */
function timeAt(text: string, start: number, isTitled: boolean): { readonly mark: Year | Sign; readonly end: number } | null {
  const year = text.charCodeAt(start + 4) === yearSign ? match(fullYear, text, start) : null;
  if (year !== null) return { mark: { kind: 'year', year: Number(year.slice(0, 4)), isTitled }, end: start + year.length };
  const isMonth = text.charCodeAt(start + 1) === monthSign || text.charCodeAt(start + 2) === monthSign;
  const day = isMonth ? match(date, text, start) : null;
  return day === null ? null : { mark: pause, end: start + day.length };
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
