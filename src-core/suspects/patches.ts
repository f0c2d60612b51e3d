/** Patches: small connected sets of changes that mend every broken sum they touch and break none. */
import { solveExactly, type LinearRow, type Solution } from './solve.ts';
import type { Stopwatch } from './stopwatch.ts';
import { isPossible, type System } from './system.ts';

export type PatchChange = { readonly unknown: number; readonly value: bigint };

export type Patch = {
  readonly changes: readonly PatchChange[];
  /** What it mends, as places in `symptomsOf`. */
  readonly mends: readonly number[];
  /** How many blank cells it fills. */
  readonly blanks: number;
};

/** What has to be mended: a broken sum, or a cell with an impossible value. */
export type Symptom = { readonly kind: 'sum'; readonly sum: number } | { readonly kind: 'cell'; readonly unknown: number };

export function symptomsOf(system: System): readonly Symptom[] {
  return [
    ...system.sums.flatMap((each, sum): Symptom[] => (each.offBy === 0n ? [] : [{ kind: 'sum', sum }])),
    ...system.unknowns.flatMap((each, unknown): Symptom[] => (each.isForced ? [{ kind: 'cell', unknown }] : [])),
  ];
}

/**
 * All patches of at most `size` changes; fewer when the stopwatch is over.
 *
 * Every repair of a filing falls apart into patches: join its changed cells where they share a sum; what each part
 * adds to a sum no other part adds to, so each part mends what it touches by itself. So it is enough to find patches.
 *
 * None is missed. A patch holds a cell of some symptom, where the search starts. A partial set of its cells that touches
 * an unbroken sum only once cannot be all, since the change would break that sum: another cell of that sum belongs to
 * the patch, so branching on the cells of one such sum is complete. Where there is no such sum the patch is connected,
 * so the next cell shares a sum with the set. The values follow from the sums by exact elimination. Where they leave
 * some open (cells of the same sums), the values that are not negative form a polyhedron without a line in it; if it is
 * not empty it has a corner, where the sums and the cells that are zero there determine the rest. So it is enough to
 * try cells at zero. Corners are whole because the sums of the forms make a network: a figure passes from one sum to
 * one other, as from a row to a column (Hoffman and Kruskal 1956). Rules beyond that would only lose this last point.
 */
export function findPatches(system: System, symptoms: readonly Symptom[], size: number, stopwatch: Stopwatch): readonly Patch[] {
  const found: Patch[] = [];
  const seen = new Set<number>();
  const visit = (set: readonly number[]): void => {
    const key = nameSet(set, system.unknowns.length);
    if (seen.has(key) || stopwatch.isOver()) return;
    seen.add(key);
    const touched = touchedBy(system, set);
    if (touched.lonely.length === 0) found.push(...patchesOf(system, symptoms, set, touched.all));
    if (set.length < size) for (const next of nextCells(system, set, touched, size - set.length)) visit([...set, next]);
  };
  for (const symptom of symptoms) {
    for (const first of symptom.kind === 'sum' ? cellsOf(system, symptom.sum) : [symptom.unknown]) visit([first]);
  }
  return found;
}

/** One number for a set, in whatever order it was found. */
function nameSet(set: readonly number[], unknowns: number): number {
  return set.toSorted((one, other) => one - other).reduce((name, unknown) => name * (unknowns + 1) + unknown + 1, 0);
}

/** The sums of a set of cells, and those of them that are not broken and have one cell in it. */
type Touched = { readonly all: readonly number[]; readonly lonely: readonly number[] };

function touchedBy(system: System, set: readonly number[]): Touched {
  const all: number[] = [];
  const twice: number[] = [];
  for (const unknown of set) {
    for (const { sum } of system.unknowns[unknown]?.sums ?? []) (all.includes(sum) ? twice : all).push(sum);
  }
  return { all, lonely: all.filter((sum) => system.sums[sum]?.offBy === 0n && !twice.includes(sum)) };
}

function nextCells(system: System, set: readonly number[], { all, lonely }: Touched, room: number): readonly number[] {
  const cells = lonely.map((sum) => cellsOf(system, sum));
  const near = lonely.length === 0 ? new Set(all.flatMap((sum) => cellsOf(system, sum))) : cells.reduce(shorter);
  const candidates = [...near].filter((each) => !set.includes(each));
  if (room > 1) return candidates;
  // the last cell must leave no unbroken sum with one cell
  return candidates.filter((each) => {
    const own = system.unknowns[each]?.sums ?? [];
    const isFine = own.every(({ sum }) => all.includes(sum) || system.sums[sum]?.offBy !== 0n);
    return isFine && lonely.every((sum) => own.some((other) => other.sum === sum));
  });
}

function shorter(one: readonly number[], other: readonly number[]): readonly number[] {
  return other.length < one.length ? other : one;
}

function cellsOf(system: System, sum: number): readonly number[] {
  return system.sums[sum]?.unknowns ?? [];
}

function patchesOf(system: System, symptoms: readonly Symptom[], set: readonly number[], touched: readonly number[]): readonly Patch[] {
  const rows = touched.map((sum): LinearRow => [
    ...set.map((unknown) => system.unknowns[unknown]?.sums.find((each) => each.sum === sum)?.coefficient ?? 0n),
    -(system.sums[sum]?.offBy ?? 0n),
  ]);
  const corners = (more: readonly LinearRow[], from: number): readonly Patch[] => {
    const solution = solveExactly([...rows, ...more], set.length);
    if (solution !== 'open') return patchOf(system, symptoms, set, touched, solution);
    const rest = [...set.keys()].slice(from);
    return rest.flatMap((place) => corners([...more, emptied(system, set, place)], place + 1));
  };
  return corners([], 0);
}

/** The row that sets one of the cells to zero. */
function emptied(system: System, set: readonly number[], place: number): LinearRow {
  return [...set.map((_, index) => (index === place ? 1n : 0n)), -(system.unknowns[set[place] ?? -1]?.value ?? 0n)];
}

function patchOf(
  system: System,
  symptoms: readonly Symptom[],
  set: readonly number[],
  touched: readonly number[],
  solution: Solution,
): Patch[] {
  if (typeof solution === 'string') return [];
  const changes: PatchChange[] = [];
  let blanks = 0;
  for (const [place, unknown] of set.entries()) {
    const { cell, value, isBlank } = system.unknowns[unknown] ?? missing(unknown);
    const difference = solution[place] ?? 0n;
    if (difference === 0n || !isPossible(cell, value + difference)) return [];
    if (isBlank) blanks += 1;
    changes.push({ unknown, value: value + difference });
  }
  const mends = symptoms.flatMap((each, index) => {
    const isMended = each.kind === 'sum' ? touched.includes(each.sum) : set.includes(each.unknown);
    return isMended ? [index] : [];
  });
  return [{ changes, mends, blanks }];
}

function missing(unknown: number): never {
  throw new Error(`the system has no unknown ${String(unknown)}`);
}
