/** Where a figure of the sum comes from: every unit's part in it, with what tells how far it can be relied on. */
import { sumExact, toMillionths, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { Chain } from './choose-sources.ts';
import type { Consolidation, SummedUnit } from './consolidate.ts';
import { differenceOf } from './difference.ts';
import type { SignatureState, SourceKind } from './source.ts';
import { contributionsTo, type CellSum, type Part } from './sum-cells.ts';
import { priorsOf, type UnitPrior } from './unit-priors.ts';

export type LineagePart = {
  readonly code: string;
  readonly name: string;
  readonly part: Part;
  readonly stated: CellValue;
  /** As it enters the sum, null for what does not count. */
  readonly counted: CellValue;
  /** The unit of money that the report states, where the form leaves it open. */
  readonly amountUnit: AmountUnit | null;
  /** Thousandths of the sum, only to be shown and sorted by; null where the sum is blank or nought. */
  readonly share: number | null;
  /** What the unit stated last year, and this year's value less that; null where last year is not known. */
  readonly before: CellValue;
  readonly change: CellValue;
  readonly kind: SourceKind;
  readonly revision: number;
  readonly chain: Chain;
  readonly signature: SignatureState;
  readonly file: string;
  /** Of the received file. */
  readonly digest: string;
  /** How the unit explained findings about this cell. */
  readonly justifications: readonly { readonly rule: string; readonly text: string }[];
  /** Errors of the unit's own figures in which this cell takes part. */
  readonly errors: number;
};

export type Lineage = {
  readonly cell: CellKey;
  readonly value: CellValue;
  readonly amountUnit: AmountUnit | null;
  /** In the order of the units' codes. */
  readonly parts: readonly LineagePart[];
};

export const lineageOrders = ['share', 'change', 'finding', 'name'] as const;
export type LineageOrder = (typeof lineageOrders)[number];

/** Most units have nothing to explain, and there may be ten thousand of them. */
const none: LineagePart['justifications'] = [];

/** Null for a cell that the rules do not sum. `priors`: last year's reports of units, by code. */
export function lineageOf({ sums, contributors }: Consolidation, cell: CellKey, priors: ReadonlyMap<string, UnitPrior>): Lineage | null {
  const sum = sums.find(({ plan }) => plan.cell.key === cell);
  if (sum === undefined) return null;
  const contributions = contributionsTo(sum.plan, contributors);
  const parts: LineagePart[] = [];
  // One for each unit, in the same order.
  for (const [at, unit] of contributors.entries()) {
    const contribution = contributions[at];
    if (contribution === undefined) continue;
    const { part, stated, counted } = contribution;
    parts.push({ part, stated, counted, share: shareOf(counted, sum), ...aboutUnit(unit, cell, priors, stated) });
  }
  return { cell, value: sum.value, amountUnit: sum.amountUnit, parts };
}

function aboutUnit(unit: SummedUnit, cell: CellKey, priors: ReadonlyMap<string, UnitPrior>, stated: CellValue) {
  const { code, name, chain, source } = unit;
  const before = priors.size === 0 ? null : lastYearOf(unit, cell, priors);
  return {
    code,
    name,
    amountUnit: source.amountUnits[cell] ?? null,
    before,
    change: before === null || stated === null ? null : differenceOf(stated, before),
    kind: source.kind,
    revision: source.revision.number,
    chain,
    signature: source.signature,
    file: source.file,
    digest: source.sourceDigest,
    justifications:
      source.justifications.length === 0
        ? none
        : source.justifications.flatMap(({ rule, text, values }) => (Object.hasOwn(values, cell) ? [{ rule, text }] : [])),
    errors: source.wrong.length === 0 ? 0 : source.wrong.filter(({ cells }) => cells.includes(cell)).length,
  };
}

function lastYearOf(unit: SummedUnit, cell: CellKey, priors: ReadonlyMap<string, UnitPrior>): CellValue {
  return sumExact(priorsOf(unit, priors).map(({ cells }) => ({ coefficient: 1, value: valueAt(cells, cell) })));
}

function shareOf(counted: CellValue, { value }: CellSum): number | null {
  if (counted === null || value === null) return null;
  const areSmall = typeof counted === 'number' && typeof value === 'number' && Number.isSafeInteger(counted * 1000);
  if (areSmall) return value === 0 ? null : Math.trunc((counted * 1000) / value);
  const whole = toMillionths(value);
  return whole === 0n ? null : Number((toMillionths(counted) * 1000n) / whole);
}

/** The largest first, whatever its sign; equal ones, and those of which it is not known, in the order of their codes. */
export function sortLineage(parts: readonly LineagePart[], by: LineageOrder): readonly LineagePart[] {
  if (by === 'name') return parts;
  const weigh = {
    share: ({ counted }: LineagePart) => sizeOf(counted),
    change: ({ change }: LineagePart) => sizeOf(change),
    finding: ({ errors, justifications, signature }: LineagePart) =>
      BigInt(errors * 10_000 + justifications.length * 10 + (signature === 'valid' ? 0 : 1)),
  }[by];
  const weights = new Map(parts.map((each) => [each, weigh(each)]));
  const weightOf = (each: LineagePart) => weights.get(each) ?? -1n;
  return parts.toSorted((one, other) => (weightOf(one) === weightOf(other) ? 0 : weightOf(one) < weightOf(other) ? 1 : -1));
}

function sizeOf(value: CellValue): bigint {
  if (value === null) return -1n;
  const size = toMillionths(value);
  return size < 0n ? -size : size;
}
