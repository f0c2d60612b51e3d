/**
 * Whether the words of a table are the form's when their order is not: text copied from a PDF breaks the labels of a head over
 * several lines and puts the pieces of one line beside each other.
 */
import type { FormTable } from '../form/edition.ts';
import { labelKey } from './label-key.ts';
import { looksLikeValue } from './read-value.ts';
import type { Token } from './tokens.ts';

/** Of the letters of all labels, so many are there (fewer would be a label that is missing) … */
const leastThere = 0.985;
/** … and of those that are there, so many belong to labels. */
const leastOwn = 0.95;

/** True where the letters outside the figures are those of the labels, and no labels of one line stand in another order. */
export function hasWordsOfForm(tokens: readonly Token[], table: FormTable): boolean {
  return hasWordsOf(tokens, table.layout);
}

/** The same of the head alone, for a table with one head above all rows; `tokens` are those before the label of its first row. */
export function hasHeadOfForm(tokens: readonly Token[], table: FormTable): boolean {
  const below = table.layout.findIndex((line) => line.kind !== 'header');
  const isOneHead = below > 0 && table.layout.slice(below).every((line) => line.kind !== 'header');
  return isOneHead && hasWordsOf(tokens, table.layout.slice(0, below));
}

function hasWordsOf(tokens: readonly Token[], layout: FormTable['layout']): boolean {
  const words = tokens.filter((token) => token.kind === 'cell' && !looksLikeValue(token.text));
  const printed = countLetters(words.map((word) => word.key));
  const expected = countLetters(layout.flatMap((line) => line.labels.map((label) => labelKey(label.text))));
  let common = 0;
  for (const [letter, count] of expected) common += Math.min(count, printed.get(letter) ?? 0);
  return common >= sum(expected) * leastThere && common >= sum(printed) * leastOwn && keepsOrder(words, layout);
}

/** Labels of one height beside each other in the form, where each stands in one piece, come in the form's order. */
function keepsOrder(words: readonly Token[], layout: FormTable['layout']): boolean {
  const beside = layout.flatMap(({ kind, labels }) => {
    const heights = kind === 'header' ? [...new Set(labels.map((label) => label.rowSpan))] : [];
    return heights.map((height) => labels.filter((label) => label.rowSpan === height).map((label) => labelKey(label.text)));
  });
  return beside.every((keys) => {
    const places = keys.flatMap((key) => {
      const found = words.flatMap((word, index) => (word.key === key ? [index] : []));
      const [only] = found;
      return only !== undefined && found.length === 1 && keys.filter((each) => each === key).length === 1 ? [only] : [];
    });
    return places.every((place, index) => index === 0 || (places[index - 1] ?? 0) < place);
  });
}

function countLetters(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const letter of keys.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, each) => all + each, 0);
}
