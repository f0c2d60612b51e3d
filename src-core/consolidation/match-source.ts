/** Whose report a source is for the sum: a unit of the roster, the superior's own office, or nobody who counts here. */
import type { UnitLevel } from '../form/unit-level.ts';
import type { ReportingUnit } from '../filing/filing.ts';
import { labelKey } from '../intake/label-key.ts';
import { problem, type Problem } from '../lib/problem.ts';
import { placeOf, unitsInYear, type Roster, type RosterUnit } from './roster.ts';
import type { Source } from './source.ts';

/** The code of a report that names its unit but no code. */
export const unnamedUnitCode = '-';

export type Match =
  /** `of` is the unit of the roster that the figures belong to; null without a roster and for the office's own. */
  | { readonly kind: 'unit'; readonly code: string; readonly name: string; readonly level: UnitLevel; readonly of: RosterUnit | null }
  | { readonly kind: 'excluded'; readonly unit: RosterUnit }
  | { readonly kind: 'refused'; readonly problem: Problem };

export type Matcher = (source: Source, isOwn: boolean) => Match;

/** Built once for a superior and year. */
export function makeMatcher(superior: ReportingUnit, year: number, roster: Roster | null): Matcher {
  const inRoster = roster === null ? null : indexRoster(roster, year);
  return (source, isOwn) => {
    const { code, name, level } = source.unit;
    const asItIs = { kind: 'unit', code, name, level, of: null } as const;
    if (isOwn) return asItIs;
    if (code === superior.code) {
      const isSum = labelKey(name) === labelKey(superior.name);
      return isSum ? refused('consolidation/own-sum', source, {}) : asItIs;
    }
    if (inRoster !== null) return matchInRoster(source, superior.code, inRoster);
    return code === unnamedUnitCode ? refused('consolidation/unknown-unit', source, {}) : asItIs;
  };
}

type Index = {
  readonly units: ReadonlyMap<string, RosterUnit>;
  readonly byName: ReadonlyMap<string, readonly RosterUnit[]>;
  readonly successors: ReadonlyMap<string, readonly RosterUnit[]>;
  /** Units of other years. */
  readonly known: ReadonlySet<string>;
  readonly year: number;
};

function indexRoster(roster: Roster, year: number): Index {
  const units = unitsInYear(roster, year);
  const all = [...units.values()];
  return {
    units,
    byName: groupedBy(all.map((unit) => [labelKey(unit.name), unit] as const)),
    successors: groupedBy(all.flatMap((unit) => unit.predecessors.map((code) => [code, unit] as const))),
    known: new Set(roster.units.map(({ code }) => code)),
    year,
  };
}

function matchInRoster(source: Source, superior: string, index: Index): Match {
  const { code, name } = source.unit;
  const found = code === unnamedUnitCode ? (index.byName.get(labelKey(name)) ?? []) : unitOrSuccessors(code, index);
  const [unit] = found;
  if (unit === undefined) {
    if (index.known.has(code)) return refused('consolidation/not-that-year', source, { year: index.year });
    return refused(code === unnamedUnitCode ? 'consolidation/unknown-unit' : 'consolidation/not-in-roster', source, {});
  }
  if (found.length > 1) {
    return refused('consolidation/several-units', source, { units: found.map((each) => `${each.name}（${each.code}）`).join('、') });
  }
  const place = placeOf(unit, superior, index.units);
  if (place.kind === 'below') return refused('consolidation/summed-by-other', source, { summedBy: place.summedBy.name });
  if (place.kind !== 'direct') return refused('consolidation/not-in-roster', source, {});
  if (unit.excluded !== null) return { kind: 'excluded', unit };
  const isPredecessor = code !== unnamedUnitCode && code !== unit.code;
  return { kind: 'unit', code: isPredecessor ? code : unit.code, name: isPredecessor ? name : unit.name, level: unit.level, of: unit };
}

function unitOrSuccessors(code: string, { units, successors }: Index): readonly RosterUnit[] {
  const unit = units.get(code);
  return unit === undefined ? (successors.get(code) ?? []) : [unit];
}

function refused(code: Problem['code'], { file, unit }: Source, details: Problem['details']): Match {
  return { kind: 'refused', problem: problem(code, { file, unit: unit.name, code: unit.code, ...details }) };
}

function groupedBy<V>(pairs: readonly (readonly [string, V])[]): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
