/** Repairs of cells that were edited just now: first among those as well explained, and always among those shown. */
import type { CellKey } from '../form/cell-key.ts';

type Changing = { readonly changes: readonly { readonly cell: CellKey }[] };

/**
 * Moves what changes a recent cell up in a list that stands best first, as far as nothing is passed that is better by
 * `lead` bits: digits and last year's figures keep their say. Where several rise, the cell edited last goes first.
 */
export function liftRecent<T extends Changing & { readonly bits: number }>(
  sorted: readonly T[],
  recent: readonly CellKey[],
  lead: number,
): readonly T[] {
  const lifted = sorted.filter((each) => !isRecent(each, recent));
  const rising = sorted.filter((each) => isRecent(each, recent)).reverse();
  for (const repair of rising.sort((one, other) => recencyOf(other, recent) - recencyOf(one, recent))) {
    const place = lifted.findLastIndex((each) => each.bits + lead <= repair.bits) + 1;
    lifted.splice(place, 0, repair);
  }
  return lifted;
}

/** The first `limit` repairs; the best one of each recent cell is kept instead of the last of them. */
export function keepRecent<T extends Changing>(repairs: readonly T[], recent: readonly CellKey[], limit: number): readonly T[] {
  const best = new Set(recent.flatMap((cell) => repairs.find(({ changes }) => changes.some((change) => change.cell === cell)) ?? []));
  const kept = new Set([...best, ...repairs.filter((each) => !best.has(each))].slice(0, limit));
  return repairs.filter((each) => kept.has(each));
}

function isRecent({ changes }: Changing, recent: readonly CellKey[]): boolean {
  return changes.some(({ cell }) => recent.includes(cell));
}

/** 0 for the cell edited last. */
function recencyOf({ changes }: Changing, recent: readonly CellKey[]): number {
  return Math.min(...changes.map(({ cell }) => recent.indexOf(cell)).filter((place) => place >= 0));
}
