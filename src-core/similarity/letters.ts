/** The letters of prose alone, and the pieces they make: what two texts are compared by, so that spaces, widths and figures hide no copy (内容雷同). */
import { letterOfUnit, lettersOfPoint, none, number, several } from './spelling.ts';

export type Letters = {
  /** UTF-16 code units of all paragraphs; each paragraph ends with a 0, so that nothing reaches from one into the next. */
  readonly codes: Uint16Array;
  /** The paragraphs that are long enough to be compared. */
  readonly runs: readonly LetterRun[];
  /** How many letters stand in them. */
  readonly total: number;
};

export type LetterRun = { readonly start: number; readonly end: number };

/** Where each letter of a paragraph stands in its text: from (inclusive) until (exclusive), in UTF-16 units. */
export type LetterPlaces = { readonly from: Uint32Array; readonly until: Uint32Array };

/** Eight characters are about three Chinese words: shorter pieces recur by chance, longer ones miss edited sentences. */
export const pieceLength = 8;

export function lettersOf(paragraphs: readonly string[]): Letters {
  const runs: LetterRun[] = [];
  let total = 0;
  let start = 0;
  for (const text of paragraphs) {
    const end = spell(text, start);
    if (end - start >= pieceLength) {
      runs.push({ start, end });
      total += end - start;
    }
    start = end + 1;
  }
  return { codes: desk.slice(0, start), runs, total };
}

/** The places of the very letters that `lettersOf` gives of the paragraph, of which there are `count`. */
export function letterPlacesOf(paragraph: string, count: number): LetterPlaces {
  const places = { from: new Uint32Array(count), until: new Uint32Array(count) };
  let next = 0;
  let last = 0;
  const note = (letter: number, first: number, end: number): void => {
    if (letter === number && last === number) next -= 1;
    else places.from[next] = first;
    places.until[next] = end;
    next += 1;
    last = letter;
  };
  for (let at = 0; at < paragraph.length; at += 1) {
    const first = at;
    const letter = letterOfUnit(paragraph.charCodeAt(at));
    if (letter === none) continue;
    if (letter !== several) {
      note(letter, first, at + 1);
      continue;
    }
    const point = paragraph.codePointAt(at) ?? 0;
    if (point > 0xffff) at += 1;
    for (const each of lettersOfPoint(point)) note(each, first, at + 1);
  }
  return places;
}

/** Letters are written here before they are copied out: kept from call to call, and grown where it is too small. */
let desk = new Uint16Array(8192);

/** Writes the letters of a paragraph and a 0 behind them from a place of the desk on; gives the place of the 0. */
function spell(text: string, start: number): number {
  const { length } = text;
  makeRoom(start + length + 1);
  let next = start;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    const letter = letterOfUnit(unit);
    if (letter === none) continue;
    if (letter === several) {
      const point = text.codePointAt(at) ?? unit;
      const letters = lettersOfPoint(point);
      makeRoom(next + letters.length + length - at);
      for (const each of letters) if (!isGoingOn(each, next)) desk[next++] = each;
      if (point > 0xffff) at += 1;
    } else if (letter !== number || !isGoingOn(letter, next)) desk[next++] = letter;
  }
  desk[next] = 0;
  return next;
}

/** A number has been written when its first figure has. */
function isGoingOn(letter: number, next: number): boolean {
  return letter === number && desk[next - 1] === number;
}

function makeRoom(length: number): void {
  if (length <= desk.length) return;
  const small = desk;
  desk = new Uint16Array(length * 2);
  desk.set(small);
}
