/** A consistency rule unrolled: the cells that each of its comparisons sums, worked out once for a rule. */
import { sumExact, type CellValue } from '../lib/exact.ts';
import { cellKey, type CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { Comparison, LinearRule, Relation, Term } from './rule.ts';
import { priorValueAt, type Subject } from './subject.ts';

/** A cell with its coefficient, or (`cell: null`) a constant. */
export type Summand = { readonly cell: CellKey | null; readonly constant: number; readonly coefficient: number; readonly isPrior: boolean };

export type UnrolledComparison = {
  readonly left: readonly Summand[];
  readonly relation: Relation;
  readonly right: readonly Summand[];
  /** The cells of last year that it needs. */
  readonly priorCells: readonly CellKey[];
};

export type Unrolled = UnrolledComparison & {
  /** All of them must hold, or the relation is not asked for. */
  readonly guards: readonly UnrolledComparison[];
  /** The cells of last year that it needs with its guards. */
  readonly allPriorCells: readonly CellKey[];
};

const known = new WeakMap<LinearRule, readonly Unrolled[]>();

/** One comparison for each row or column that the rule goes over. Rules are never changed, so it is done once. */
export function unroll(rule: LinearRule): readonly Unrolled[] {
  const done = known.get(rule);
  if (done !== undefined) return done;
  const unrolled = rule.of.map((each): Unrolled => {
    const guards = (rule.when ?? []).map((guard) => unrollComparison(rule, guard, each));
    const comparison = unrollComparison(rule, rule, each);
    return { ...comparison, guards, allPriorCells: [comparison, ...guards].flatMap(({ priorCells }) => priorCells) };
  });
  known.set(rule, unrolled);
  return unrolled;
}

function unrollComparison(rule: LinearRule, comparison: Comparison, each: string): UnrolledComparison {
  const side = (terms: readonly Term[]) =>
    terms.map(({ table, row, column, constant, coefficient = 1, prior }): Summand => ({
      cell: constant === undefined ? cellKey(table ?? rule.table, row ?? each, column ?? each) : null,
      constant: constant ?? 0,
      coefficient,
      isPrior: prior === true,
    }));
  const [left, right] = [side(comparison.left), side(comparison.right)];
  const priorCells = [...left, ...right].flatMap(({ cell, isPrior }) => (isPrior && cell !== null ? [cell] : []));
  return { left, relation: comparison.relation, right, priorCells };
}

/** The summand's value in this year's or last year's figures. */
export function valueOf({ cell, constant, isPrior }: Summand, subject: Subject): CellValue {
  if (cell === null) return constant;
  return isPrior ? priorValueAt(subject, cell) : valueAt(subject.cells, cell);
}

/** Σ of a side; null while all its cells are blank. Whole numbers, the usual case, are added without detours. */
export function sumOf(side: readonly Summand[], subject: Subject): CellValue {
  let sum = 0;
  let hasCells = false;
  let isBlank = true;
  for (const summand of side) {
    const value = valueOf(summand, subject);
    hasCells ||= summand.cell !== null;
    if (value === null) continue;
    const product = typeof value === 'number' ? summand.coefficient * value : NaN;
    sum += product;
    if (!Number.isSafeInteger(product) || !Number.isSafeInteger(sum)) return sumExactly(side, subject);
    isBlank &&= summand.cell === null;
  }
  return hasCells && isBlank ? null : sum;
}

function sumExactly(side: readonly Summand[], subject: Subject): CellValue {
  return sumExact(side.map((summand) => ({ coefficient: summand.coefficient, value: valueOf(summand, subject) })));
}
