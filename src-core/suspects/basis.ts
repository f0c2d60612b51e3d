/** Leaves out sums that follow from others, so that what can be mended separately is not tied together. */

/** Coefficients by cell; all are small integers. */
export type Coefficients = ReadonlyMap<string, number>;

/** Beyond this an elimination is given up and the sum kept, which is always right: it only repeats what others say. */
const largest = 2 ** 24;

/**
 * The indices of sums that are linearly independent of those before them. A sum left out holds whenever the kept ones
 * do: the grand total of a table, for example, sums its rows as well as its columns.
 */
export function chooseIndependent(sums: readonly Coefficients[]): readonly number[] {
  const kept: { readonly pivot: string; readonly row: Coefficients }[] = [];
  return [...sums.keys()].filter((index) => {
    let row: Coefficients | null = sums[index] ?? new Map();
    for (const each of kept) row = row === null ? null : eliminate(row, each.row, each.pivot);
    if (row === null) return true;
    const pivot = [...row.keys()][0];
    if (pivot === undefined) return false;
    kept.push({ pivot, row });
    return true;
  });
}

/** `row` without its pivot cell; null when the numbers grow beyond what is exact. */
function eliminate(row: Coefficients, by: Coefficients, pivot: string): Coefficients | null {
  const factor = row.get(pivot);
  if (factor === undefined) return row;
  const scale = by.get(pivot) ?? 1;
  const result = new Map<string, number>();
  for (const [cell, coefficient] of row) result.set(cell, coefficient * scale);
  for (const [cell, coefficient] of by) {
    const rest = (result.get(cell) ?? 0) - coefficient * factor;
    if (rest === 0) result.delete(cell);
    else result.set(cell, rest);
  }
  return [...result.values()].some((each) => Math.abs(each) > largest) ? null : result;
}
