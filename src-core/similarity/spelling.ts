/** The letters that characters stand for: `Ａ` for A, `㈠` for 一; none for marks and spaces, `#` for a digit. */

/** Every number is one `#`, so that last year's text with this year's figures is still last year's text. */
export const number = '#'.charCodeAt(0);

/** Instead of a letter: the character stands for none. */
export const none = 1;
/** Instead of a letter: `lettersOfPoint` has to be asked. */
export const several = 2;

/** By UTF-16 unit; 0 before a unit has been met. No letter is as small as the signs above, which are control characters. */
const known = new Uint16Array(0x10000);

/** The letter of a UTF-16 unit, or one of the signs above. Most units of a report are Chinese letters, and stand for themselves. */
export function letterOfUnit(unit: number): number {
  return unit >= 0x4e00 && unit <= 0x9fff ? unit : known[unit] || learn(unit);
}

function learn(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const letters = isSurrogate ? null : lettersOfPoint(unit);
  const [letter = none] = letters ?? [];
  const learnt = letters === null || letters.length > 1 ? several : letter;
  known[unit] = learnt;
  return learnt;
}

const folded = new Map<number, readonly number[]>();

/** The letters of a character in UTF-16 units. */
export function lettersOfPoint(point: number): readonly number[] {
  const before = folded.get(point);
  if (before !== undefined) return before;
  const plain = String.fromCodePoint(point)
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{Nd}]/gu, '')
    .replaceAll(/\p{Nd}/gu, '#');
  const letters = Array.from({ length: plain.length }, (_unused, index) => plain.charCodeAt(index));
  folded.set(point, letters);
  return letters;
}
