/** Units side by side: one column of a table, a line for each unit, against what its size lets one expect. */
import { sumExact, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Consolidation, SummedUnit } from './consolidate.ts';
import { contributionsTo, type CellSum } from './sum-cells.ts';

/** `values` in the order of the rows: as they count in the sum, null for blank and for what does not count. */
export type ComparedUnit = {
  readonly code: string;
  readonly name: string;
  readonly size: CellValue;
  readonly values: readonly CellValue[];
};

export type UnitComparison = {
  readonly table: string;
  readonly column: string;
  /** The cells compared, in the form's order. */
  readonly cells: readonly CellKey[];
  /** The largest first, by the applications they received. */
  readonly units: readonly ComparedUnit[];
};

/** `expected` is what the unit would have if it were as all of them together are; `times` is value / expected. */
export type Outlier = {
  readonly code: string;
  readonly name: string;
  readonly cell: CellKey;
  readonly value: number;
  readonly expected: number;
  readonly times: number;
};

/** The size of a unit: the applications that it received. */
export const sizeCell: CellKey = 'applications.receivedThisYear.total';

/** Null where the table has no such column that is summed. */
export function compareUnits(consolidation: Consolidation, table: string, column: string): UnitComparison | null {
  const { contributors } = consolidation;
  const sums = consolidation.sums.filter(({ plan: { cell } }) => cell.table.id === table && cell.column.id === column);
  if (sums.length === 0) return null;
  const counted = sums.map(({ plan }) => contributionsTo(plan, contributors).map((each) => each.counted));
  const sizes = sizesOf(consolidation);
  const units = contributors.map(({ code, name }, at) => ({
    code,
    name,
    size: sizes[at] ?? null,
    values: counted.map((values) => values[at] ?? null),
  }));
  const bySize = units.toSorted((one, other) => Number(other.size ?? -1) - Number(one.size ?? -1));
  return { table, column, cells: sums.map(({ plan }) => plan.cell.key), units: bySize };
}

function sizesOf({ sums, contributors }: Consolidation): readonly CellValue[] {
  const sum = sums.find(({ plan }) => plan.cell.key === sizeCell);
  return sum === undefined ? [] : contributionsTo(sum.plan, contributors).map(({ counted }) => counted);
}

/** Fewer cases than these are chance, whatever the ratio. */
const leastDifference = 5;
/** In standard deviations of a count of rare cases: the root of what is expected. */
const leastDeviation = 4;

/**
 * Figures of counts that are far from what the unit's size lets one expect, the farthest first. Only tables of cases are
 * looked at: those of the cell that sizes are taken from, and of remedies. A question to the unit, never a fault.
 */
export function findOutliers(consolidation: Consolidation, most: number): readonly Outlier[] {
  const sizes = sizesOf(consolidation).map((size) => Number(size ?? 0));
  const whole = sizes.reduce((total, each) => total + each, 0);
  if (whole === 0) return [];
  const found = consolidation.sums.flatMap((sum) => (isCompared(sum) ? outliersIn(sum, consolidation.contributors, sizes, whole) : []));
  return found.toSorted((one, other) => deviation(other) - deviation(one)).slice(0, most);
}

function isCompared({ plan: { cell }, value }: CellSum): boolean {
  if (typeof value !== 'number' || value === 0 || cell.key === sizeCell) return false;
  const isTotal = cell.column.id === 'total';
  return (cell.table.id === 'applications' && isTotal) || (cell.table.id === 'remedies' && isTotal);
}

function outliersIn(
  { plan, value: total }: CellSum,
  contributors: readonly SummedUnit[],
  sizes: readonly number[],
  whole: number,
): readonly Outlier[] {
  return contributionsTo(plan, contributors).flatMap(({ by, counted }, at): Outlier[] => {
    if (counted === null) return [];
    // Without the unit itself: one large unit would else be its own measure.
    const others = Number(
      sumExact([
        { coefficient: 1, value: total },
        { coefficient: -1, value: counted },
      ]) ?? 0,
    );
    const size = sizes[at] ?? 0;
    const rest = whole - size;
    if (rest <= 0) return [];
    const outlier = { code: by.code, name: by.name, cell: plan.cell.key, value: Number(counted), expected: (others / rest) * size };
    const isFar = Math.abs(outlier.value - outlier.expected) >= leastDifference && deviation(outlier) >= leastDeviation;
    return isFar ? [{ ...outlier, times: outlier.expected === 0 ? Infinity : outlier.value / outlier.expected }] : [];
  });
}

function deviation({ value, expected }: Pick<Outlier, 'value' | 'expected'>): number {
  return Math.abs(value - expected) / Math.sqrt(Math.max(expected, 1));
}
