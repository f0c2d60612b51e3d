/** Weighs proposed changes: what may have happened in the cell, and how surprising that would be. */
import { fromMillionths, toMillionths } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { FormCell } from '../form/form.ts';
import { explainSlip, type Slip } from './digits.ts';
import { isSatisfied, type Equality } from './equalities.ts';
import type { Neighbours } from './neighbours.ts';

export type Proposal = { readonly cell: FormCell; readonly from: bigint; readonly to: bigint };

export type Context = {
  readonly cells: Cells;
  readonly prior: Cells | null;
  /** The cells edited last, most recent first. */
  readonly recent: readonly CellKey[];
  /** The equalities with last year's figures. */
  readonly expectations: readonly Equality[];
  readonly neighbours: Neighbours;
};

/** Values side by side that changed places, or were entered in the cells beside their own. */
const exchanged = 3;
/** Figures below a hundred repeat by chance. */
const telling = 100_000_000n;

/** The least surprising explanation of one change, corrected by how well last year's figure of the cell agrees with it. */
export function weighChange(proposal: Proposal, context: Context): Slip {
  const { cell, from, to } = proposal;
  const slips: Slip[] = [{ pattern: 'none', bits: 12 + distance(from, to) }];
  const slip = explainSlip(from, to);
  if (slip !== null) slips.push(slip);
  if (cell.computed) slips.push({ pattern: 'statedTotal', bits: 5 });
  if (isExpected(cell.key, fromMillionths(to), context)) slips.push({ pattern: 'priorYear', bits: 1 });
  const lastYear = valueAt(context.prior ?? {}, cell.key);
  if (from >= telling && lastYear !== null && toMillionths(lastYear) === from) slips.push({ pattern: 'priorYear', bits: 7 });
  if (from >= telling && repeatsNeighbour(cell.key, from, context)) slips.push({ pattern: 'neighbour', bits: 7 });
  const best = slips.reduce((one, other) => (other.bits < one.bits ? other : one));
  return { pattern: best.pattern, bits: best.bits + agreement(from, to, lastYear) };
}

/**
 * Explains all changes of a repair as one slip, or null: every figure belongs in a cell beside the one where it stands,
 * and none is lost on the way.
 */
export function weighExchange(proposals: readonly Proposal[], neighbours: Neighbours): Slip | null {
  const isBeside = (one: Proposal, other: Proposal) => neighbours.get(one.cell.key)?.includes(other.cell.key) === true;
  const comesFrom = ({ to }: Proposal, other: Proposal) => other.from === to;
  const isMoved = proposals.every((each) => each.to === 0n || proposals.some((other) => comesFrom(each, other) && isBeside(each, other)));
  const gained = proposals.reduce((sum, { from, to }) => sum + to - from, 0n);
  if (proposals.length < 2 || !isMoved || gained !== 0n) return null;
  const isSwap = proposals.length === 2 && proposals.every((each) => each.from !== 0n);
  return { pattern: isSwap ? 'swap' : 'neighbour', bits: exchanged };
}

/** True where the new value meets a rule with last year's figures that the old one broke (上年结转 of 上年's 结转下年). */
function isExpected(key: CellKey, value: number | string, { cells, prior, expectations }: Context): boolean {
  const own = expectations.filter((each) => each.cells.includes(key));
  return own.some((each) => !isSatisfied(each, cells, prior) && isSatisfied(each, { ...cells, [key]: value }, prior));
}

function repeatsNeighbour(key: CellKey, from: bigint, { cells, neighbours }: Context): boolean {
  return (neighbours.get(key) ?? []).some((each) => toMillionths(valueAt(cells, each) ?? 0) === from);
}

/** Below zero when the new value is nearer to last year's than the old one is. Years differ by far, so it weighs little. */
function agreement(from: bigint, to: bigint, lastYear: number | string | null): number {
  if (lastYear === null) return 0;
  const expected = toMillionths(lastYear);
  return Math.max(-3, Math.min(3, (distance(to, expected) - distance(from, expected)) / 2));
}

/** How many doublings lie between two values. */
function distance(one: bigint, other: bigint): number {
  return Math.abs(logarithm(one) - logarithm(other));
}

function logarithm(millionths: bigint): number {
  return Math.sign(Number(millionths)) * Math.log2(Math.abs(Number(millionths)) / 1e6 + 1);
}
