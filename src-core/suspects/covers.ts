/** The cheapest ways to mend a set of symptoms by patches, each symptom by exactly one of them. */
import type { Patch, Symptom } from './patches.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { System } from './system.ts';

export type Cover = readonly Patch[];

/** Fewer cells first; among repairs as small, those that fill fewer blanks. */
type Cost = { readonly size: number; readonly blanks: number };

export type CheapestCovers = { readonly size: number; readonly covers: readonly Cover[] };

/** Enough to rank; a set of symptoms with more repairs than this is not identified in any case. */
const mostCovers = 600;

/** Null when the patches leave a symptom without any, or the time is over before one is found. */
export function findCheapestCovers(
  system: System,
  symptoms: readonly Symptom[],
  wanted: readonly number[],
  patches: readonly Patch[],
  stopwatch: Stopwatch,
): CheapestCovers | null {
  const usable = patches.filter((patch) => patch.mends.every((symptom) => wanted.includes(symptom)));
  const sorted = [...usable].sort((one, other) => compareCosts(costOf([one]), costOf([other])));
  let best: { readonly cost: Cost; readonly covers: Cover[] } | undefined;
  const visit = (rest: readonly number[], chosen: Cover): void => {
    if (stopwatch.isOver()) return;
    const cost = costOf(chosen);
    const atLeast = { size: cost.size + countDisjoint(system, symptoms, rest), blanks: cost.blanks };
    if (best !== undefined && compareCosts(atLeast, best.cost) > 0) return;
    if (rest.length === 0) {
      if (best === undefined || compareCosts(cost, best.cost) < 0) best = { cost, covers: [] };
      if (best.covers.length < mostCovers) best.covers.push(chosen);
      return;
    }
    for (const patch of mendingScarcest(rest, sorted, chosen)) {
      const left = rest.filter((each) => !patch.mends.includes(each));
      visit(left, [...chosen, patch]);
    }
  };
  visit(wanted, []);
  return best === undefined ? null : { size: best.cost.size, covers: best.covers };
}

/**
 * A number of cells that no repair of these symptoms can go below: sums without a common cell need one each. Chosen
 * greedily, short sums first, so it may be less than the best such number but is never too high.
 */
export function countDisjoint(system: System, symptoms: readonly Symptom[], wanted: readonly number[]): number {
  const taken = new Set<number>();
  let count = 0;
  const sets = wanted.flatMap((index) => {
    const symptom = symptoms[index];
    if (symptom === undefined) return [];
    return [symptom.kind === 'cell' ? [symptom.unknown] : (system.sums[symptom.sum]?.unknowns ?? [])];
  });
  for (const cells of sets.sort((one, other) => one.length - other.length)) {
    if (cells.some((cell) => taken.has(cell))) continue;
    count += 1;
    for (const cell of cells) taken.add(cell);
  }
  return count;
}

/** The patches that still fit for the symptom that has the fewest of them. */
function mendingScarcest(rest: readonly number[], patches: readonly Patch[], chosen: Cover): readonly Patch[] {
  const changed = new Set(chosen.flatMap((patch) => patch.changes.map((change) => change.unknown)));
  const fitting = patches.filter(
    (patch) => patch.mends.every((each) => rest.includes(each)) && patch.changes.every((change) => !changed.has(change.unknown)),
  );
  const mending = rest.map((symptom) => fitting.filter((patch) => patch.mends.includes(symptom)));
  return mending.reduce((fewest, each) => (each.length < fewest.length ? each : fewest));
}

function costOf(cover: Cover): Cost {
  let size = 0;
  let blanks = 0;
  for (const patch of cover) {
    size += patch.changes.length;
    blanks += patch.blanks;
  }
  return { size, blanks };
}

function compareCosts(one: Cost, other: Cost): number {
  return one.size - other.size || one.blanks - other.blanks;
}
