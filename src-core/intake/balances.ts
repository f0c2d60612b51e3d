/** The sums that the rules of an edition demand of its tables, ready for whoever has to tell where figures belong. */
import type { CellKey } from '../form/cell-key.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { unroll } from '../rules/unrolled-linear.ts';

/** Σ coefficient × value = 0 in every right report. */
export type Balance = readonly { readonly cell: CellKey; readonly coefficient: number }[];

/** Those of the rules that are errors when they fail, compare this year's figures only and hold without conditions. */
export function balancesOf({ book }: LoadedEdition): readonly Balance[] {
  return book.rules.flatMap((rule): readonly Balance[] => {
    if (rule.kind !== 'linear' || rule.relation !== '=' || rule.severity !== 'error') return [];
    return unroll(rule).flatMap(({ left, right, guards, allPriorCells }): readonly Balance[] => {
      const sides = [...left, ...right.map((each) => ({ ...each, coefficient: -each.coefficient }))];
      if (guards.length > 0 || allPriorCells.length > 0 || sides.some((each) => each.cell === null)) return [];
      return [sides.flatMap(({ cell, coefficient }) => (cell === null ? [] : [{ cell, coefficient }]))];
    });
  });
}
