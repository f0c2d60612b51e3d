/** Comparisons of rules as formulas of a spreadsheet; a blank cell adds nothing, and blank sides compare with nothing. */
import { assertNever } from '../lib/assert-never.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Summand, Unrolled, UnrolledComparison } from '../rules/unrolled-linear.ts';
import { argumentsText, type SheetPlace } from './workbook-address.ts';

/** Where a cell of this year, or of last year's sheets, stands. @throws Error for a cell that is nowhere (a bug). */
export type FindPlace = (cell: CellKey, isPrior: boolean) => SheetPlace;

/** 0 where the comparison holds, the difference where not, the empty text while a side is blank. Seen from `sheet`. */
export function checkFormula(comparison: Unrolled, sheet: string, find: FindPlace): string {
  const { left, relation, right, guards } = comparison;
  const sums = { left: sideFormula(left, sheet, find), right: sideFormula(right, sheet, find) };
  const difference = differenceFormula(relation, sums.left, sums.right);
  const conditions = guards.map((guard) => guardFormula(guard, sheet, find));
  const guarded = conditions.length === 0 ? difference : `IF(AND(${conditions.join(',')}),${difference},0)`;
  const blanks = [left, right].flatMap((side) => {
    const places = placesOf(side, find);
    return places.length === 0 ? [] : [`COUNT(${argumentsText(places, sheet)})=0`];
  });
  return `IF(OR(${blanks.join(',')}),"",${guarded})`;
}

function differenceFormula(relation: Unrolled['relation'], left: string, right: string): string {
  switch (relation) {
    case '=':
      return `ROUND(${left}-(${right}),6)`;
    case '<=':
      return `MAX(0,ROUND(${left}-(${right}),6))`;
    case '>=':
      return `MAX(0,ROUND(${right}-(${left}),6))`;
    case '!=':
      return `IF(ROUND(${left}-(${right}),6)=0,1,0)`;
    default:
      return assertNever(relation);
  }
}

/** True where no cell of the guard is blank and it holds. */
function guardFormula({ left, relation, right }: UnrolledComparison, sheet: string, find: FindPlace): string {
  const places = [...placesOf(left, find), ...placesOf(right, find)];
  const sign = relation === '!=' ? '<>' : relation;
  const known = `COUNT(${argumentsText(places, sheet)})=${String(places.length)}`;
  return `${known},ROUND(${sideFormula(left, sheet, find)}-(${sideFormula(right, sheet, find)}),6)${sign}0`;
}

/** Cells of one coefficient are summed together: SUM passes over the empty texts of blank totals. */
function sideFormula(side: readonly Summand[], sheet: string, find: FindPlace): string {
  const coefficients = [...new Set(side.filter(({ cell }) => cell !== null).map(({ coefficient }) => coefficient))];
  const sums = coefficients.map((coefficient) => {
    const summands = side.filter((each) => each.cell !== null && each.coefficient === coefficient);
    const sum = `SUM(${argumentsText(placesOf(summands, find), sheet)})`;
    return coefficient === 1 ? sum : `${String(coefficient)}*${sum}`;
  });
  const constant = side.reduce((sum, each) => (each.cell === null ? sum + each.coefficient * each.constant : sum), 0);
  const parts = constant === 0 && sums.length > 0 ? sums : [...sums, String(constant)];
  return parts.join('+').replaceAll('+-', '-');
}

function placesOf(side: readonly Summand[], find: FindPlace): readonly SheetPlace[] {
  return side.flatMap(({ cell, isPrior }) => (cell === null ? [] : [find(cell, isPrior)]));
}
