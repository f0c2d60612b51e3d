/** The equalities that a filing has to satisfy: every linear rule with `=`, once for each row or column. */
import { compareExact, sumExact, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { LinearRule, RuleBook } from '../rules/rule.ts';
import { unroll, type Summand } from '../rules/unrolled-linear.ts';

export type Equality = {
  /** Its rule and cells; no two have the same. */
  readonly name: string;
  readonly left: readonly Summand[];
  readonly right: readonly Summand[];
  /** The cells of this year's filing in it, in the order of the rule. */
  readonly cells: readonly CellKey[];
  /** True where last year's figures take part: a hint for ranking, not a sum that this filing's cells have to meet. */
  readonly needsPrior: boolean;
};

/**
 * Unrolls a rule book. Rules with a condition, for some unit levels or of lesser severity are no arithmetic that must
 * hold, and are left out. The order does not depend on the order of the rules.
 */
export function unrollEqualities(book: RuleBook): readonly Equality[] {
  const equalities = book.rules.flatMap((rule) => (rule.kind === 'linear' && isBinding(rule) ? equalitiesOf(rule) : []));
  return equalities.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

/** True where `validate` compares the sides: neither is blank altogether, and last year's figures are known if needed. */
export function isCompared(equality: Equality, cells: Cells, prior: Cells | null): boolean {
  return sidesOf(equality, cells, prior) !== null;
}

/** True unless both sides are compared and differ. */
export function isSatisfied(equality: Equality, cells: Cells, prior: Cells | null): boolean {
  const sides = sidesOf(equality, cells, prior);
  return sides === null || compareExact(sides.left, sides.right) === 0;
}

function isBinding(rule: LinearRule): boolean {
  return rule.relation === '=' && rule.severity === 'error' && rule.when === undefined && rule.levels === undefined;
}

function equalitiesOf(rule: LinearRule): readonly Equality[] {
  return unroll(rule).map(({ left, right, priorCells }): Equality => {
    const cells = [...left, ...right].flatMap(({ cell, isPrior }) => (cell === null || isPrior ? [] : [cell]));
    return { name: [rule.code, ...cells].join(' '), left, right, cells, needsPrior: priorCells.length > 0 };
  });
}

type Sides = { readonly left: number | string; readonly right: number | string };

function sidesOf({ left, right }: Equality, cells: Cells, prior: Cells | null): Sides | null {
  const valueOf = ({ cell, constant, isPrior }: Summand): CellValue =>
    cell === null ? constant : valueAt(isPrior ? (prior ?? {}) : cells, cell);
  const sums = [left, right].map((side) => {
    const values = side.map((summand) => ({ cell: summand.cell, coefficient: summand.coefficient, value: valueOf(summand) }));
    const isBlank = values.some(({ cell }) => cell !== null) && values.every(({ cell, value }) => cell === null || value === null);
    const isUnknown = side.some((summand) => summand.isPrior && valueOf(summand) === null);
    return isBlank || isUnknown ? null : sumExact(values);
  });
  const [one = null, other = null] = sums;
  return one === null || other === null ? null : { left: one, right: other };
}
