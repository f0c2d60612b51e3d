/** Exact solutions of small linear systems over the integers, by elimination without fractions. */

/** Coefficients followed by the right-hand side. */
export type LinearRow = readonly bigint[];

/** The one solution; `none` where there is none in integers, `open` where there are many. */
export type Solution = readonly bigint[] | 'none' | 'open';

export function solveExactly(rows: readonly LinearRow[], unknowns: number): Solution {
  let rest = rows;
  const pivots: LinearRow[] = [];
  for (let column = 0; column < unknowns; column += 1) {
    const pivot = rest.find((row) => row[column] !== 0n);
    if (pivot === undefined) continue;
    rest = rest.filter((row) => row !== pivot).map((row) => eliminate(row, pivot, column));
    pivots.push(pivot);
  }
  if (rest.some((row) => row[unknowns] !== 0n)) return 'none';
  if (pivots.length < unknowns) return 'open';
  return substituteBack(pivots, unknowns);
}

function eliminate(row: LinearRow, pivot: LinearRow, column: number): LinearRow {
  const factor = row[column] ?? 0n;
  if (factor === 0n) return row;
  const scale = pivot[column] ?? 1n;
  return row.map((each, index) => each * scale - (pivot[index] ?? 0n) * factor);
}

/** Each pivot row has zeros before its own column. */
function substituteBack(pivots: readonly LinearRow[], unknowns: number): Solution {
  const solution = new Array<bigint>(unknowns).fill(0n);
  for (let column = unknowns - 1; column >= 0; column -= 1) {
    const pivot = pivots[column] ?? [];
    let right = pivot[unknowns] ?? 0n;
    for (let later = column + 1; later < unknowns; later += 1) right -= (pivot[later] ?? 0n) * (solution[later] ?? 0n);
    const coefficient = pivot[column] ?? 1n;
    if (right % coefficient !== 0n) return 'none';
    solution[column] = right / coefficient;
  }
  return solution;
}
