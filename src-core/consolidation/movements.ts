/** What has moved since a sum was accepted: through which reports, and every total by how much. */
import { sameValue } from '../lib/exact.ts';
import type { Consolidation, SummedUnit } from './consolidate.ts';
import { compareSums, type MovedCell } from './delta.ts';
import { comparedSum } from './earlier-sum.ts';
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
  const cells = compareSums(comparedSum(before), comparedSum(after)).flatMap((cell): MovedCell[] => {
    // A unit that states nought where it was not there before moves nothing.
    const through = cell.through.filter(({ difference }) => !sameValue(difference ?? 0, 0));
    return through.length === 0 && sameValue(cell.from, cell.to) ? [] : [{ ...cell, through }];
  });
  const counts = new Map<string, number>();
  for (const { through } of cells) for (const { unit } of through) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [from, to] = [before, after].map(({ contributors }) => new Map(contributors.map((unit) => [unit.code, unit])));
  const codes = [...new Set([...(from?.keys() ?? []), ...(to?.keys() ?? [])])].sort();
  const units = codes.flatMap((code): UnitMovement[] => {
    const [was, is] = [from?.get(code) ?? null, to?.get(code) ?? null];
    const name = (is ?? was)?.name ?? code;
    if (was?.source.sourceDigest === is?.source.sourceDigest) return [];
    const why = was === null ? 'late' : is === null ? 'gone' : 'amended';
    return [{ code, name, why, from: reportOf(was), to: reportOf(is), cells: counts.get(code) ?? 0 }];
  });
  return { units, cells };
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
