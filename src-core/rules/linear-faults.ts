/** What a consistency rule must keep beyond its shape and its cells. */
import { integerDigits } from '../lib/exact.ts';
import type { Comparison, LinearRule, Term } from './rule.ts';

/** Sums of the longest figures times this are still short enough to be read. */
const largestCoefficients = 1_000_000;
const largestConstant = 10 ** integerDigits - 1;

export type Place = { readonly table: string; readonly row: string; readonly column: string };

/** Why the rule compares nothing, or not what it seems to; null when it is fine. */
export function findLinearFault(rule: LinearRule): string | null {
  const comparisons = comparisonsOf(rule);
  const terms = comparisons.flatMap(termsOf);
  if (terms.some((term) => term.prior === true) && rule.unchecked === undefined) {
    return 'a rule about last year says nothing for when it is missing';
  }
  if (terms.some(isOdd)) return 'a term names either cells or a constant';
  const isOfThisYear = ({ constant, prior }: Term) => constant === undefined && prior !== true;
  if (!termsOf(rule).some(isOfThisYear)) return 'the comparison names no cell of this year';
  return (
    findLargeNumber(terms.map((term) => term.constant ?? 0)) ?? firstFault(comparisons.map((each) => findCoefficientFault(termsOf(each))))
  );
}

/** The coefficients of one comparison, or of one sum. */
export function findCoefficientFault(terms: readonly { readonly coefficient?: number }[]): string | null {
  const coefficients = terms.map(({ coefficient = 1 }) => Math.abs(coefficient));
  if (coefficients.includes(0)) return 'a term with the coefficient 0 says nothing';
  const sum = coefficients.reduce((whole, each) => whole + each, 0);
  return sum > largestCoefficients ? `the coefficients are too large: together ${String(largestCoefficients)} at most` : null;
}

/** Numbers longer than any figure that can be entered. */
export function findLargeNumber(numbers: readonly number[]): string | null {
  const large = numbers.find((each) => Math.abs(each) > largestConstant);
  return large === undefined ? null : `a number is too large: ${String(large)}, ${String(integerDigits)} digits at most`;
}

export function firstFault(faults: readonly (string | null)[]): string | null {
  return faults.find((each) => each !== null) ?? null;
}

/** The cells of all its comparisons, for every row or column that it goes over. */
export function cellsOfLinear(rule: LinearRule): readonly Place[] {
  return rule.of.flatMap((each) => comparisonsOf(rule).flatMap((comparison) => cellsCompared(rule, comparison, each)));
}

/** Lists in which no name may stand twice: a cell would be counted or found twice. */
export function namesOfLinear(rule: LinearRule): readonly (readonly string[])[] {
  const [each = ''] = rule.of;
  const cells = comparisonsOf(rule).map((comparison) =>
    cellsCompared(rule, comparison, each).map(
      ({ table, row, column, prior }) => `${table}.${row}.${column}${prior ? ' of last year' : ''}`,
    ),
  );
  return [rule.of, ...cells];
}

function comparisonsOf(rule: LinearRule): readonly Comparison[] {
  return [rule, ...(rule.when ?? [])];
}

function termsOf({ left, right }: Comparison): readonly Term[] {
  return [...left, ...right];
}

function isOdd({ constant, table, row, column, prior }: Term): boolean {
  if (constant === undefined) return row === undefined && column === undefined;
  return [table, row, column, prior].some((each) => each !== undefined);
}

function cellsCompared(rule: LinearRule, comparison: Comparison, each: string): readonly (Place & { readonly prior: boolean })[] {
  return termsOf(comparison)
    .filter((term) => term.constant === undefined)
    .map((term) => ({
      table: term.table ?? rule.table,
      row: term.row ?? (rule.over === 'rows' ? each : ''),
      column: term.column ?? (rule.over === 'columns' ? each : ''),
      prior: term.prior === true,
    }));
}
