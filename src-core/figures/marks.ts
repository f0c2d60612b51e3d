/** A passage as a row of marks: known words, figures, stops, and the runs of text between them that say nothing here. */
import type { Passage } from './passage.ts';
import { longestWord, type Lexicon, type LexiconWord } from './lexicon.ts';
import { readQuantity, type Quantity } from './quantity.ts';

export type Mark = {
  readonly start: number;
  readonly end: number;
  /** How many brackets are open here. */
  readonly depth: number;
} & (
  | { readonly kind: 'word'; readonly word: LexiconWord }
  | { readonly kind: 'quantity'; readonly quantity: Quantity; readonly isBound: boolean }
  /** `clause` ，  `part` ；  `sentence` 。 */
  | { readonly kind: 'stop'; readonly level: 'clause' | 'part' | 'sentence' }
  | { readonly kind: 'bracket'; readonly way: 'open' | 'close' }
  /** 、 ： and quotation marks part nothing. */
  | { readonly kind: 'pause'; readonly isJoint: boolean }
  | { readonly kind: 'year'; readonly year: number; readonly isTitled: boolean }
  | { readonly kind: 'unknown' }
);

const stops: Readonly<Record<string, 'clause' | 'part' | 'sentence'>> = {
  ',': 'clause',
  ';': 'part',
  '。': 'sentence',
  '!': 'sentence',
  '?': 'sentence',
  '\n': 'sentence',
};
const pauses = '、:“”"\'‘’《》〈〉<>';
const fullYear = /(?:19|20)\d\d年度?/uy;
const date = /\d{1,2}月(?!份)(?:\d{1,2}日)?/uy;

export function marksOf(passage: Passage, lexicon: Lexicon, units: readonly string[]): readonly Mark[] {
  const { text, bound } = passage;
  const marks: Mark[] = [];
  let unknownFrom = 0;
  let at = 0;
  let depth = 0;
  let isTitled = false;
  let nextBound = 0;
  const flush = (): void => {
    if (unknownFrom < at) marks.push({ kind: 'unknown', start: unknownFrom, end: at, depth });
  };
  const isBound = (quantity: Quantity): boolean => {
    while ((bound[nextBound]?.end ?? Infinity) <= quantity.start) nextBound += 1;
    const range = bound[nextBound];
    return range !== undefined && range.start < quantity.end;
  };
  while (at < text.length) {
    const found = markAt(text, at, depth, lexicon, units);
    if (found === null || found.kind === 'unknown') {
      at = found?.end ?? at + 1;
      continue;
    }
    flush();
    if (text.charAt(at) === '《') isTitled = true;
    if (text.charAt(at) === '》') isTitled = false;
    if (found.kind === 'bracket') depth = Math.max(0, depth + (found.way === 'open' ? 1 : -1));
    if (found.kind === 'stop' && found.level === 'sentence') {
      depth = 0;
      isTitled = false;
    }
    if (found.kind === 'quantity') marks.push({ ...found, isBound: isBound(found.quantity) });
    else if (found.kind === 'year') marks.push({ ...found, isTitled });
    else marks.push(found);
    at = found.end;
    unknownFrom = at;
  }
  flush();
  return marks;
}

function markAt(text: string, at: number, depth: number, lexicon: Lexicon, units: readonly string[]): Mark | null {
  const character = text.charAt(at);
  const place = (end: number) => ({ start: at, end, depth });
  const level = stops[character];
  if (level !== undefined) return { kind: 'stop', level, ...place(at + 1) };
  const word = longestWord(lexicon, text, at);
  if (word !== null) return { kind: 'word', word, ...place(at + word.text.length) };
  if (isDigit(character)) {
    const year = match(fullYear, text, at);
    if (year !== null) return { kind: 'year', year: Number(year.slice(0, 4)), isTitled: false, ...place(at + year.length) };
    const day = match(date, text, at);
    if (day !== null) return { kind: 'pause', isJoint: false, ...place(at + day.length) };
  }
  const read = readQuantity(text, at, units);
  if (read !== null) {
    return read.quantity === null
      ? { kind: 'unknown', ...place(read.end) }
      : { kind: 'quantity', quantity: read.quantity, isBound: false, ...place(read.end) };
  }
  if (character === '(') return { kind: 'bracket', way: 'open', ...place(at + 1) };
  if (character === ')') return { kind: 'bracket', way: 'close', ...place(at + 1) };
  if (pauses.includes(character)) return { kind: 'pause', isJoint: character === '、', ...place(at + 1) };
  // 「…事项.」: some reports end sentences with a Western full stop.
  const isFullStop = character === '.' && !isDigit(text.charAt(at - 1)) && !isDigit(text.charAt(at + 1));
  return isFullStop ? { kind: 'stop', level: 'sentence', ...place(at + 1) } : null;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
