/** What a new edition changes against another: shown before it is installed. */
import { canonicalJson } from '../lib/canonical-json.ts';
import type { LoadedEdition } from './loaded-edition.ts';

export type EditionDifference = {
  readonly addedCells: readonly string[];
  readonly removedCells: readonly string[];
  readonly addedRules: readonly string[];
  readonly removedRules: readonly string[];
  readonly changedRules: readonly string[];
};

/** By cell keys and rule codes, in the order of the edition that has them. */
export function compareEditions(before: LoadedEdition, after: LoadedEdition): EditionDifference {
  const cellsOf = ({ form }: LoadedEdition) => form.cells.map((each) => each.key);
  const rulesOf = ({ book }: LoadedEdition) => new Map(book.rules.map((each) => [each.code, canonicalJson(each)]));
  const [oldRules, newRules] = [rulesOf(before), rulesOf(after)];
  return {
    addedCells: without(cellsOf(after), cellsOf(before)),
    removedCells: without(cellsOf(before), cellsOf(after)),
    addedRules: without([...newRules.keys()], [...oldRules.keys()]),
    removedRules: without([...oldRules.keys()], [...newRules.keys()]),
    changedRules: [...newRules].filter(([code, rule]) => oldRules.has(code) && oldRules.get(code) !== rule).map(([code]) => code),
  };
}

function without(all: readonly string[], gone: readonly string[]): readonly string[] {
  const set = new Set(gone);
  return all.filter((each) => !set.has(each));
}
