/** What two versions of a text have that the other has not, word by word, for marking them side by side. */
import { diffArrays, type ChangeObject } from 'diff';

export type TextRange = { readonly start: number; readonly end: number };
/** For each line of the old text what is gone from it, for each of the new one what has come. */
export type Comparison = {
  readonly gone: readonly (readonly TextRange[])[];
  readonly come: readonly (readonly TextRange[])[];
  /** Which old line and which new one are versions of each other, by index, in order. */
  readonly pairs: readonly (readonly [old: number, young: number])[];
};

/** A stretch that both texts have (neither `added` nor `removed`), or only one: where it begins in each. */
type Run = { readonly old: number; readonly young: number; readonly count: number; readonly added: boolean; readonly removed: boolean };
type Word = { readonly text: string; readonly start: number };

/** Beyond so many insertions and deletions two texts have nothing in common worth showing. */
const mostEdits = 1_200;
/** Shorter agreements amid differences are chance: 的, 工作. */
const leastAgreement = 4;
/** Lines that share more of their words may be versions of one line. */
const leastLikeness = 0.4;
/** Longer texts than any report's: there only equal lines are found again. */
const mostPairs = 40_000;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Lines that are versions of each other are compared word by word, all others are marked whole. */
export function compareTexts(old: readonly string[], young: readonly string[]): Comparison {
  const gone = old.map(whole);
  const come = young.map(whole);
  const pairs: (readonly [number, number])[] = [];
  const version = versionsOf(old, young);
  const comparator = (left: string, right: string) => left === right || version.get(left) === right;
  for (const run of runsOf(diffArrays([...old], [...young], { comparator, maxEditLength: mostEdits }))) {
    for (let index = 0; index < run.count && !run.added && !run.removed; index += 1) {
      const lines = compareLines(old[run.old + index] ?? '', young[run.young + index] ?? '');
      [gone[run.old + index], come[run.young + index]] = lines;
      pairs.push([run.old + index, run.young + index]);
    }
  }
  return { gone, come, pairs };
}

function compareLines(old: string, young: string): [gone: readonly TextRange[], come: readonly TextRange[]] {
  const [before, after] = [wordsOf(old), wordsOf(young)];
  const comparator = (left: Word, right: Word) => left.text === right.text;
  const runs = runsOf(diffArrays([...before], [...after], { comparator, maxEditLength: mostEdits }));
  if (runs.length === 0 && old !== young) return [whole(old), whole(young)];
  const differing = runs.filter((run, index) => run.added || run.removed || (isBetween(index, runs) && isChance(run, before)));
  return [
    rangesOf(differing.filter((run) => !run.added).map((run) => before.slice(run.old, run.old + run.count))),
    rangesOf(differing.filter((run) => !run.removed).map((run) => after.slice(run.young, run.young + run.count))),
  ];
}

/** None where the texts were too different to be compared. */
function runsOf<T>(changes: readonly ChangeObject<T>[] | undefined): readonly Run[] {
  let [old, young] = [0, 0];
  return (changes ?? []).map(({ count, added, removed }) => {
    const run = { old, young, count, added, removed };
    if (!added) old += count;
    if (!removed) young += count;
    return run;
  });
}

function isBetween(index: number, runs: readonly Run[]): boolean {
  return index > 0 && index < runs.length - 1;
}

function isChance({ old, count }: Run, words: readonly Word[]): boolean {
  return words.slice(old, old + count).reduce((sum, word) => sum + word.text.length, 0) < leastAgreement;
}

/** Ranges that meet are one. */
function rangesOf(passages: readonly (readonly Word[])[]): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (const { text, start } of passages.flat()) {
    const last = ranges.at(-1);
    if (last?.end === start) ranges[ranges.length - 1] = { start: last.start, end: start + text.length };
    else ranges.push({ start, end: start + text.length });
  }
  return ranges;
}

function whole(text: string): readonly TextRange[] {
  return text === '' ? [] : [{ start: 0, end: text.length }];
}

/** For each old line the new one that is most like it, if the old one is also most like that. */
function versionsOf(old: readonly string[], young: readonly string[]): ReadonlyMap<string, string> {
  const [before, after] = [bagsOf(old), bagsOf(young)];
  if (before.length * after.length > mostPairs) return new Map();
  const pairs = before.map((left) => ({ left, right: mostLike(left, after) }));
  return new Map(
    pairs.flatMap(({ left, right }) => (right !== null && mostLike(right, before) === left ? [[left.line, right.line] as const] : [])),
  );
}

type Bag = { readonly line: string; readonly words: ReadonlySet<string> };

function bagsOf(lines: readonly string[]): readonly Bag[] {
  return [...new Set(lines)].map((line) => ({ line, words: new Set(wordsOf(line).map((word) => word.text)) }));
}

function mostLike(one: Bag, others: readonly Bag[]): Bag | null {
  let [best, most]: [Bag | null, number] = [null, leastLikeness];
  for (const other of others) {
    const likeness = likenessOf(one, other);
    if (likeness > most) [best, most] = [other, likeness];
  }
  return best;
}

/** The share of words that two lines have in common (Dice). */
function likenessOf(one: Bag, other: Bag): number {
  let common = 0;
  for (const word of one.words) if (other.words.has(word)) common += 1;
  return one.line === other.line ? 1 : (2 * common) / (one.words.size + other.words.size);
}

function wordsOf(text: string): readonly Word[] {
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({ text: segment, start: index }));
}
