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
  for (let at = 0; at < paragraph.length; at += 1) {
    const first = at;
    const letter = letterOfUnit(paragraph.charCodeAt(at));
    if (letter === none) continue;
    const point = paragraph.codePointAt(at) ?? 0;
    const letters = letter === several ? lettersOfPoint(point) : null;
    if (point > 0xffff) at += 1;
    for (let index = 0; index < (letters?.length ?? 1); index += 1) {
      const each = letters?.[index] ?? letter;
      if (each === number && last === number) next -= 1;
      else places.from[next] = first;
      places.until[next] = at + 1;
      next += 1;
      last = each;
    }
  }
  return places;
}

/** Letters are written here before they are copied out: kept from call to call, and grown where it is too small. */
let desk = new Uint16Array(8192);

/** Writes the letters of a paragraph and a 0 behind them from a place of the desk on; gives the place of the 0. */
function spell(text: string, start: number): number {
  let next = start;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const letter = letterOfUnit(unit);
    if (letter === several) {
      const point = text.codePointAt(at) ?? unit;
      for (const each of lettersOfPoint(point)) next = write(each, next);
      if (point > 0xffff) at += 1;
    } else if (letter !== none) next = write(letter, next);
  }
  write(0, next);
  return next;
}

/** A number has been written when its first figure has. */
function write(letter: number, next: number): number {
  if (letter === number && desk[next - 1] === number) return next;
  if (next === desk.length) {
    const small = desk;
    desk = new Uint16Array(small.length * 2);
    desk.set(small);
  }
  desk[next] = letter;
  return next + 1;
}
