/** Searches a system for the smallest repairs, and parts them where its symptoms have nothing to do with each other. */
import { countDisjoint, findCheapestCovers, type CheapestCovers, type Cover } from './covers.ts';
import { findPatches, symptomsOf, type Patch, type Symptom } from './patches.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { System } from './system.ts';

/** Patches above this size are not looked for; larger repairs are made of several patches. */
export const largestPatch = 3;

export type FoundRepairs = { readonly covers: readonly Cover[]; readonly size: number; readonly isSmallest: boolean };

export type SearchResult = {
  readonly found: readonly FoundRepairs[];
  /** Every patch of up to so many cells was looked at. */
  readonly searchedSize: number;
  /** True where every symptom is mended by what was found. */
  readonly isMended: boolean;
};

/**
 * Looks at patches of one cell, then of two, then of three, until the cheapest repair is no larger than the patches
 * looked at: then all repairs as small are known, and none is smaller. A repair that is one cell larger than that is
 * still a smallest one, and so is one that needs no more cells than there are broken sums without a common cell.
 */
export function searchSystem(system: System, stopwatch: Stopwatch): SearchResult {
  const symptoms = symptomsOf(system);
  let parts: readonly Part[] = [];
  let searchedSize = 0;
  for (let size = 1; size <= largestPatch; size += 1) {
    const patches = findPatches(system, symptoms, size, stopwatch);
    const parted = partSymptoms(system, symptoms, [...symptoms.keys()], patches, stopwatch);
    const disjoint = joinOverlapping(parted, (wanted) => findCheapestCovers(system, symptoms, wanted, patches, stopwatch));
    if (stopwatch.hasStopped()) break;
    parts = disjoint;
    searchedSize = size;
    if (isMendedBy(parts, symptoms) && parts.reduce((sum, part) => sum + part.cheapest.size, 0) <= size) break;
  }
  const found = parts.map(({ symptoms: own, cheapest: { covers, size } }): FoundRepairs => {
    const isSmallest = size <= searchedSize + 1 || size <= countDisjoint(system, symptoms, own);
    return { covers, size, isSmallest };
  });
  return { found, searchedSize, isMended: isMendedBy(parts, symptoms) };
}

function isMendedBy(parts: readonly Part[], symptoms: readonly Symptom[]): boolean {
  return parts.reduce((sum, part) => sum + part.symptoms.length, 0) === symptoms.length;
}

type Part = { readonly symptoms: readonly number[]; readonly cheapest: CheapestCovers };

/** Symptoms belong together when a patch of a smallest repair mends both. Those that nothing mends are left out. */
function partSymptoms(
  system: System,
  symptoms: readonly Symptom[],
  wanted: readonly number[],
  patches: readonly Patch[],
  stopwatch: Stopwatch,
): readonly Part[] {
  return joinByPatches(wanted, patches).flatMap((part): readonly Part[] => {
    const own = patches.filter((patch) => patch.mends.some((each) => part.includes(each)));
    const cheapest = findCheapestCovers(system, symptoms, part, own, stopwatch);
    if (cheapest === null) return [];
    const useful = own.filter((patch) => {
      const rest = part.filter((each) => !patch.mends.includes(each));
      return patch.changes.length + countDisjoint(system, symptoms, rest) <= cheapest.size;
    });
    if (useful.length === own.length) return [{ symptoms: part, cheapest }];
    return partSymptoms(system, symptoms, part, useful, stopwatch);
  });
}

/**
 * Two parts may want to change the same cell, each by its own amount. They are then mended together, by patches without
 * a common cell; where there are none the later part is left out, for what mends one alone does not mend both.
 */
function joinOverlapping(parts: readonly Part[], cover: (wanted: readonly number[]) => CheapestCovers | null): readonly Part[] {
  for (const [place, part] of parts.entries()) {
    const changed = new Set(changedBy(part));
    const other = parts.slice(0, place).find((each) => changedBy(each).some((cell) => changed.has(cell)));
    if (other === undefined) continue;
    const symptoms = [...other.symptoms, ...part.symptoms];
    const cheapest = cover(symptoms);
    const rest = parts.filter((each) => each !== other && each !== part);
    return joinOverlapping([...rest, cheapest === null ? other : { symptoms, cheapest }], cover);
  }
  return parts;
}

function changedBy({ cheapest }: Part): readonly number[] {
  return cheapest.covers.flatMap((cover) => cover.flatMap((patch) => patch.changes.map((change) => change.unknown)));
}

function joinByPatches(wanted: readonly number[], patches: readonly Patch[]): readonly (readonly number[])[] {
  let parts: readonly (readonly number[])[] = wanted.map((each) => [each]);
  for (const { mends } of patches) {
    const joined = parts.filter((part) => part.some((each) => mends.includes(each)));
    if (joined.length > 1) parts = [...parts.filter((part) => !joined.includes(part)), joined.flat()];
  }
  return parts;
}
