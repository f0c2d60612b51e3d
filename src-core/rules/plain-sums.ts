/**
 * A first look at the comparisons of a consistency rule: where all figures are known whole numbers and the relation holds,
 * which is nearly always so, nothing else has to be worked out.
 */
import type { CellValue } from '../lib/exact.ts';
import { cellOf, type Form } from '../form/form.ts';
import { holds } from './holds.ts';
import type { PlacedValues } from './placed-values.ts';
import type { LinearRule } from './rule.ts';
import { unroll, type Summand } from './unrolled-linear.ts';

/** A summand by the place of its cell; −1 for a constant, whose coefficient is the whole product. */
type PlacedSummand = { readonly place: number; readonly coefficient: number; readonly isPrior: boolean };
type PlacedSides = { readonly left: readonly PlacedSummand[]; readonly right: readonly PlacedSummand[] } | null;

const placed = new WeakMap<LinearRule, { readonly form: Form; readonly sides: readonly PlacedSides[] }>();

/**
 * True when the comparison of this index in `unroll(rule)` holds at first sight; false says nothing. What depends on last
 * year's figures and on a condition too is not looked at here: the condition may be unknown.
 */
export function holdsPlainly(form: Form, rule: LinearRule, index: number, values: PlacedValues): boolean {
  const sides = sidesOf(form, rule)[index];
  if (sides === undefined || sides === null) return false;
  const [left, right] = [plainSum(sides.left, values), plainSum(sides.right, values)];
  return left !== null && right !== null && holds(rule.relation, left, right);
}

function sidesOf(form: Form, rule: LinearRule): readonly PlacedSides[] {
  const before = placed.get(rule);
  if (before?.form === form) return before.sides;
  const place = (summands: readonly Summand[]) =>
    summands.map(({ cell, constant, coefficient, isPrior }): PlacedSummand =>
      cell === null
        ? { place: -1, coefficient: coefficient * constant, isPrior }
        : { place: cellOf(form, cell).place, coefficient, isPrior },
    );
  const sides = unroll(rule).map(({ left, right, guards, priorCells }): PlacedSides =>
    guards.length > 0 && priorCells.length > 0 ? null : { left: place(left), right: place(right) },
  );
  placed.set(rule, { form, sides });
  return sides;
}

/** Null where a figure is blank or decimal, or the sum is too large to be exact. */
function plainSum(side: readonly PlacedSummand[], { now, before }: PlacedValues): number | null {
  let sum = 0;
  for (const { place, coefficient, isPrior } of side) {
    const value: CellValue | undefined = place < 0 ? 1 : isPrior ? before[place] : now[place];
    if (typeof value !== 'number') return null;
    sum += coefficient * value;
    if (!Number.isSafeInteger(sum)) return null;
  }
  return sum;
}
