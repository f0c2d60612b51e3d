/** Two versions of a text as one: what is gone and what has come stands where it was changed, unchanged paragraphs are left out. */
import { compareTexts, type TextRange } from './compare-texts.ts';

export type Piece = { readonly text: string; readonly mark: 'same' | 'gone' | 'come' };

/** The paragraphs that differ, in the order of the text; a version of a paragraph stands once, with its words marked. */
export function redline(old: readonly string[], young: readonly string[]): readonly (readonly Piece[])[] {
  const { gone, come, pairs } = compareTexts(old, young);
  const lines: (readonly Piece[])[] = [];
  let [left, right] = [0, 0];
  const addUnpaired = (toOld: number, toYoung: number) => {
    for (; left < toOld; left += 1) lines.push([{ text: old[left] ?? '', mark: 'gone' }]);
    for (; right < toYoung; right += 1) lines.push([{ text: young[right] ?? '', mark: 'come' }]);
  };
  for (const [before, after] of pairs) {
    addUnpaired(before, after);
    if (old[before] !== young[after]) lines.push(merge(old[before] ?? '', gone[before] ?? [], young[after] ?? '', come[after] ?? []));
    [left, right] = [before + 1, after + 1];
  }
  addUnpaired(old.length, young.length);
  return lines.map((line) => line.filter(({ text }) => text !== '')).filter((line) => line.length > 0);
}

/** What neither range marks is the same in both. */
function merge(old: string, gone: readonly TextRange[], young: string, come: readonly TextRange[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let [left, right] = [0, 0];
  let [nextGone, nextCome] = [0, 0];
  while (left < old.length || right < young.length) {
    const [less, more] = [gone[nextGone], come[nextCome]];
    if (less?.start === left) {
      pieces.push({ text: old.slice(less.start, less.end), mark: 'gone' });
      left = less.end;
      nextGone += 1;
    } else if (more?.start === right) {
      pieces.push({ text: young.slice(more.start, more.end), mark: 'come' });
      right = more.end;
      nextCome += 1;
    } else {
      const count = Math.min((less?.start ?? old.length) - left, (more?.start ?? young.length) - right);
      pieces.push({ text: young.slice(right, right + count), mark: 'same' });
      left += count;
      right += count;
    }
  }
  return pieces;
}
