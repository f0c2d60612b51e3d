/** The exact sum of one cell over the units: what is blank stays unknown, what is in another unit of money is converted. */
import { decimalPlaces, fromMillionths, sumExact, toMillionths, type CellValue } from '../lib/exact.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { FormCell } from '../form/form.ts';
import type { UnitLevel } from '../form/unit-level.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import type { SumRule } from '../rules/summation-rule.ts';
import type { Source } from './source.ts';

/** A unit with the report that counts for it. `level` is the roster's where it has the unit. */
export type Contributor = { readonly code: string; readonly name: string; readonly level: UnitLevel; readonly source: Source };

/**
 * What becomes of a unit's value: `counted`; `blank`: it states none; `other-level`: the row is not for units of its level;
 * `no-unit`: an amount that does not say whether it is 元 or 万元, beside others that do.
 */
export type Part = 'counted' | 'blank' | 'other-level' | 'no-unit';

/** `counted` is the value as it enters the sum: in the sum's unit of money, null for what does not count. */
export type Contribution = { readonly by: Contributor; readonly stated: CellValue; readonly part: Part; readonly counted: CellValue };

/** How a cell is summed; null where no rule of the edition sums its table. */
export type CellPlan = { readonly cell: FormCell; readonly index: number; readonly levels: readonly UnitLevel[] | null };

export type CellSum = {
  readonly plan: CellPlan;
  /** Blank where every unit left it blank. */
  readonly value: CellValue;
  /** The unit of money of the sum, for cells whose unit the form leaves open. */
  readonly amountUnit: AmountUnit | null;
  readonly counted: number;
  readonly blank: number;
  readonly leftOut: number;
};

/** The cells that the edition's rules sum (S-1, S-2), in the form's order. */
export function planCells(edition: LoadedEdition): readonly CellPlan[] {
  const rules = (edition.book.acrossUnits ?? []).filter((rule): rule is SumRule => rule.kind === 'summation' && rule.asks === 'sum');
  return edition.form.cells.flatMap((cell, index): CellPlan[] => {
    const rule = rules.find(({ tables }) => tables.includes(cell.table.id));
    if (rule === undefined) return [];
    const only = rule.only?.find(({ table, rows }) => table === cell.table.id && rows.includes(cell.row.id));
    return [{ cell, index, levels: only?.levels ?? null }];
  });
}

/** Every unit's part in a cell, in the order of the units. */
export function contributionsTo(plan: CellPlan, contributors: readonly Contributor[]): readonly Contribution[] {
  const { key, unitOpen } = plan.cell;
  const unitOf = ({ source }: Contributor) => (unitOpen ? source.amountUnits[key] : undefined);
  const amounts = contributors.filter(({ source }) => !isNothing(source.values[plan.index] ?? null));
  const units = new Set(amounts.map(unitOf));
  const isMixed = units.has('元') && units.has('万元');
  const isStated = units.has('元') || units.has('万元');
  return contributors.map((by) => {
    const stated = by.source.values[plan.index] ?? null;
    const part = partOf(plan, by, stated, isStated && unitOf(by) === undefined);
    const isConverted = isMixed && unitOf(by) === '万元';
    return { by, stated, part, counted: part !== 'counted' ? null : isConverted ? inYuan(stated) : stated };
  });
}

function partOf({ levels }: CellPlan, { level }: Contributor, stated: CellValue, isWithoutUnit: boolean): Part {
  if (levels?.includes(level) === false) return 'other-level';
  if (stated === null) return 'blank';
  return isWithoutUnit && !isNothing(stated) ? 'no-unit' : 'counted';
}

/** One pass over the units; nothing is kept of each. */
export function sumCell(plan: CellPlan, contributors: readonly Contributor[]): CellSum {
  if (plan.cell.unitOpen) return sumParts(plan, contributionsTo(plan, contributors));
  let [whole, counted, blank, leftOut] = [0, 0, 0, 0];
  for (const { level, source } of contributors) {
    const value = source.values[plan.index] ?? null;
    if (plan.levels?.includes(level) === false) leftOut += isNothing(value) ? 0 : 1;
    else if (value === null) blank += 1;
    else if (typeof value === 'string' || !Number.isSafeInteger(whole + value)) return sumParts(plan, contributionsTo(plan, contributors));
    else {
      counted += 1;
      whole += value;
    }
  }
  return { plan, value: counted === 0 ? null : whole, amountUnit: null, counted, blank, leftOut };
}

function sumParts(plan: CellPlan, parts: readonly Contribution[]): CellSum {
  const counted = parts.filter(({ part }) => part === 'counted');
  const values = counted.map((each) => each.counted);
  return {
    plan,
    value: withPlaces(sumExact(values.map((value) => ({ coefficient: 1, value }))), values),
    amountUnit: plan.cell.unitOpen ? unitOfSum(plan, counted) : null,
    counted: counted.length,
    blank: parts.filter(({ part }) => part === 'blank').length,
    leftOut: parts.filter(({ part, stated }) => part === 'no-unit' || (part === 'other-level' && !isNothing(stated))).length,
  };
}

/** 元 as soon as both units are met; noughts say it only where nothing else does. */
function unitOfSum({ cell }: CellPlan, counted: readonly Contribution[]): AmountUnit | null {
  const unitsOf = (parts: readonly Contribution[]) => new Set(parts.flatMap(({ by }) => by.source.amountUnits[cell.key] ?? []));
  const units = unitsOf(counted.filter(({ stated }) => !isNothing(stated)));
  if (units.size > 1) return '元';
  return [...units, ...unitsOf(counted)][0] ?? null;
}

/** Converting to 元 is exact; to 万元 it would need more places than an amount may have. */
function inYuan(value: CellValue): CellValue {
  return value === null ? null : fromMillionths(toMillionths(value) * 10_000n);
}

/** Money keeps the places that it was stated with: 1.50 and 2.50 make 4.00. */
function withPlaces(sum: CellValue, values: readonly CellValue[]): CellValue {
  const places = values.reduce<number>(
    (most, value) => Math.max(most, typeof value === 'string' ? (value.split('.')[1]?.length ?? 0) : 0),
    0,
  );
  if (sum === null || places === 0) return sum;
  const [whole = '', fraction = ''] = String(sum).split('.');
  return `${whole}.${fraction.padEnd(Math.min(places, decimalPlaces), '0')}`;
}

function isNothing(value: CellValue): boolean {
  return value === null || toMillionths(value) === 0n;
}
