/** What has moved since a sum was accepted: through which reports, and every total by how much. */
import { sameValue } from '../lib/exact.ts';
import type { Consolidation, SummedUnit } from './consolidate.ts';
import { compareSums, type ComparedSum, type MovedCell } from './delta.ts';
import { contributionsTo } from './sum-cells.ts';
import type { Source } from './source.ts';

/** Which report of each unit was accepted: the digest of its file by the unit's code. */
export type AcceptedSources = Readonly<Record<string, string>>;

export type MovedReport = { readonly digest: string; readonly file: string; readonly revision: number };

/** `late`: the unit was not in the sum before; `amended`: another report of it counts; `gone`: none does any more. */
export type UnitMovement = {
  readonly code: string;
  readonly name: string;
  readonly why: 'late' | 'amended' | 'gone';
  readonly from: MovedReport | null;
  readonly to: MovedReport | null;
  /** How many totals it moves. */
  readonly cells: number;
};

export type Movements = { readonly units: readonly UnitMovement[]; readonly cells: readonly MovedCell[] };

/** Units by code, cells in the form's order. Reports of which only the prose differs move no cell. */
export function movementsBetween(before: Consolidation, after: Consolidation): Movements {
  const [from, to] = [before, after].map(({ contributors }) => new Map(contributors.map((unit) => [unit.code, unit])));
  const all = [...new Set([...(from?.keys() ?? []), ...(to?.keys() ?? [])])].sort();
  const codes = all.filter((code) => from?.get(code)?.source.sourceDigest !== to?.get(code)?.source.sourceDigest);
  const different = new Set(codes);
  const cells = compareSums(partsOf(before, different), partsOf(after, different)).flatMap((cell): MovedCell[] => {
    // A unit that states nought where it was not there before moves nothing.
    const through = cell.through.filter(({ difference }) => !sameValue(difference ?? 0, 0));
    return through.length === 0 && sameValue(cell.from, cell.to) ? [] : [{ ...cell, through }];
  });
  const counts = new Map<string, number>();
  for (const { through } of cells) for (const { unit } of through) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const units = codes.map((code): UnitMovement => {
    const [was, is] = [from?.get(code) ?? null, to?.get(code) ?? null];
    const name = (is ?? was)?.name ?? code;
    const why = was === null ? 'late' : is === null ? 'gone' : 'amended';
    return { code, name, why, from: reportOf(was), to: reportOf(is), cells: counts.get(code) ?? 0 };
  });
  return { units, cells };
}

/**
 * The sums with the parts of those units alone: what the others state is the same on both sides, and a few among hundreds
 * are told at once. Only where the unit of money is open may one report change how all others count.
 */
function partsOf({ sums, contributors }: Consolidation, units: ReadonlySet<string>): ComparedSum {
  const few = contributors.filter(({ code }) => units.has(code));
  return new Map(
    sums.map(({ plan, value }) => {
      const parts = contributionsTo(plan, plan.cell.unitOpen ? contributors : few);
      const counted = parts.flatMap((each) => (each.part === 'counted' ? [{ unit: each.by.code, value: each.counted }] : []));
      return [plan.cell.key, { value, counted }] as const;
    }),
  );
}

function reportOf(unit: SummedUnit | null): MovedReport | null {
  if (unit === null) return null;
  const { sourceDigest: digest, file, revision }: Source = unit.source;
  return { digest, file, revision: revision.number };
}

export function acceptedOf({ contributors }: Pick<Consolidation, 'contributors'>): AcceptedSources {
  return Object.fromEntries(contributors.map(({ code, source }) => [code, source.sourceDigest]));
}

/** What is accepted when some units' movements are, and the others' stay open. */
export function acceptUnits(
  accepted: AcceptedSources,
  consolidation: Pick<Consolidation, 'contributors'>,
  units: readonly string[],
): AcceptedSources {
  const present = acceptedOf(consolidation);
  const kept = Object.entries(accepted).filter(([code]) => !units.includes(code));
  return Object.fromEntries([...kept, ...units.flatMap((code) => (present[code] === undefined ? [] : [[code, present[code]] as const]))]);
}
