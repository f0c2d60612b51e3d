/** The roster: which units a superior expects reports from, in which years, and how they hang together. */
import type { UnitLevel } from '../form/unit-level.ts';

export type RosterUnit = {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  /** The code of the unit that sums this one; null where the roster leaves it open. */
  readonly parent: string | null;
  readonly creditCode: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  /** Why the unit stays out of the sum (垂直管理, domain.md 2.5 S-2); null for those that count. */
  readonly excluded: string | null;
  /** Codes of the units that this one goes back to: renamed, merged into it, or split (domain.md 2.4 Y-7). */
  readonly predecessors: readonly string[];
  /** SHA-256 of the unit's registered certificate, 64 hexadecimal digits; null where none is registered. */
  readonly fingerprint: string | null;
  /** The first and last report year of the unit, open where null. */
  readonly from: number | null;
  readonly to: number | null;
};

export type Roster = {
  readonly units: readonly RosterUnit[];
  /** Columns of the file that mean nothing here. */
  readonly ignoredColumns: readonly string[];
};

/** The units of a report year, by code: one unit each, as decoding has made sure. */
export function unitsInYear(roster: Roster, year: number): ReadonlyMap<string, RosterUnit> {
  const units = roster.units.filter(({ from, to }) => (from === null || year >= from) && (to === null || year <= to));
  return new Map(units.map((unit) => [unit.code, unit]));
}

/** How units of the roster stand to a superior: its own row, summed by it, below one of those, or somewhere else. */
export type Place =
  | { readonly kind: 'superior' }
  | { readonly kind: 'direct' }
  | { readonly kind: 'below'; readonly summedBy: RosterUnit }
  | { readonly kind: 'elsewhere' };

/**
 * A unit without a parent, or with one that the roster does not know, belongs to the superior, unless the roster reaches
 * above the superior: then only those that name it do.
 */
export function placeOf(unit: RosterUnit, superior: string, units: ReadonlyMap<string, RosterUnit>): Place {
  if (unit.code === superior) return { kind: 'superior' };
  const line = lineAbove(unit, units);
  const isReachingAbove = (units.get(superior)?.parent ?? null) !== null;
  const named = line.find(({ parent }) => parent === superior);
  const summedBy = named ?? (isReachingAbove ? undefined : line.at(-1));
  if (summedBy === undefined) return { kind: 'elsewhere' };
  return summedBy === unit ? { kind: 'direct' } : { kind: 'below', summedBy };
}

/** The unit and those above it, as far as the roster knows them; loops were refused when it was decoded. */
function lineAbove(unit: RosterUnit, units: ReadonlyMap<string, RosterUnit>): readonly RosterUnit[] {
  const line: RosterUnit[] = [];
  let next: RosterUnit | undefined = unit;
  while (next !== undefined && !line.includes(next)) {
    line.push(next);
    next = next.parent === null ? undefined : units.get(next.parent);
  }
  return line;
}
