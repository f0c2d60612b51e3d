/** Consolidation (汇总): the reports of a superior's units become one sum, in which every figure can be traced back. */
import type { ReportingUnit } from '../filing/filing.ts';
import { problem, type Problem } from '../lib/problem.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import type { Answers } from './answer.ts';
import { chooseSource, type Chain, type Conflict, type Duplicate, type Superseded } from './choose-sources.ts';
import { makeMatcher, type Match, type Matcher } from './match-source.ts';
import { placeOf, unitsInYear, type Roster, type RosterUnit } from './roster.ts';
import type { Source } from './source.ts';
import { planCells, sumCell, type CellSum, type Contributor } from './sum-cells.ts';

export type ConsolidationOrder = {
  /** The superior, whose report the sum becomes. */
  readonly unit: ReportingUnit;
  readonly reportYear: number;
  readonly edition: LoadedEdition;
  readonly sources: readonly Source[];
  /** The report of the superior's own office (本级), which may bear the superior's code: one of the units. */
  readonly own?: Source | null;
  readonly roster: Roster | null;
  /** Codes of units whose files were refused before they could become sources. */
  readonly refusedUnits?: readonly string[];
  /** Reports that were set aside (暂缓): a unit with nothing else is held, and not missing. */
  readonly held?: readonly Source[];
  /** What was returned does not count. */
  readonly answers?: Answers;
};

export type SummedUnit = Contributor & { readonly chain: Chain; readonly of: RosterUnit | null };
export type RefusedSource = { readonly source: Source; readonly problem: Problem };
export type UnitConflict = Conflict & { readonly code: string; readonly name: string };
/** A unit whose newest report was returned; `standIn`: an earlier one that was accepted counts instead. */
export type ReturnedUnit = {
  readonly code: string;
  readonly name: string;
  readonly of: RosterUnit | null;
  readonly source: Source;
  readonly standIn: Source | null;
};
/** A unit of which nothing counts while its reports are held. */
export type HeldUnit = { readonly code: string; readonly name: string; readonly of: RosterUnit | null };
/** `refused`: all that came from the unit was refused; `returned`: so was its newest report, by an answer; `held`: set aside. */
export type UnitState = 'summed' | 'conflict' | 'returned' | 'held' | 'refused' | 'missing';

/** What came of all files: who counts, and what does not and why. */
export type Gathering = {
  readonly unit: ReportingUnit;
  readonly reportYear: number;
  readonly edition: LoadedEdition;
  /** By code. */
  readonly contributors: readonly SummedUnit[];
  /** The units that the roster expects, in its order, with what came of them; empty without a roster. */
  readonly expected: readonly { readonly unit: RosterUnit; readonly state: UnitState }[];
  readonly excluded: readonly { readonly unit: RosterUnit; readonly source: Source }[];
  readonly refused: readonly RefusedSource[];
  readonly conflicts: readonly UnitConflict[];
  readonly returned: readonly ReturnedUnit[];
  /** By code. */
  readonly held: readonly HeldUnit[];
  readonly duplicates: readonly Duplicate[];
  readonly superseded: readonly Superseded[];
};

export type Consolidation = Gathering & {
  /** One for every cell that the rules sum, in the form's order. */
  readonly sums: readonly CellSum[];
};

/** The same whatever the order of the sources. What cannot be summed is named, never left out in silence. */
export function consolidate(order: ConsolidationOrder): Consolidation {
  const gathering = gatherReports(order);
  return { ...gathering, sums: planCells(order.edition).map((plan) => sumCell(plan, gathering.contributors)) };
}

type Unit = Extract<Match, { kind: 'unit' }>;
type Group = { readonly unit: Unit; readonly sources: Source[] };

/** All of it but the sums: whose each file is, and which of several counts. */
export function gatherReports(order: ConsolidationOrder): Gathering {
  const { unit, reportYear, edition, roster } = order;
  const refused: RefusedSource[] = [];
  const excluded: { unit: RosterUnit; source: Source }[] = [];
  const match = makeMatcher(unit, reportYear, roster);
  const groups = new Map<string, Group>();
  const own = order.own ?? null;
  for (const source of own === null ? order.sources : [own, ...order.sources]) {
    const stranger = otherForm(source, order);
    const matched: Match = stranger === null ? match(source, source === own) : { kind: 'refused', problem: stranger };
    if (matched.kind === 'refused') refused.push({ source, problem: matched.problem });
    else if (matched.kind === 'excluded') excluded.push({ unit: matched.unit, source });
    else {
      const key = source === own ? `own ${matched.code}` : matched.code;
      const group = groups.get(key) ?? { unit: matched, sources: [] };
      group.sources.push(source);
      groups.set(key, group);
    }
  }
  refusePredecessors(groups, refused);
  const choices = [...groups.values()].sort(byCode).map((group) => ({ group, choice: chooseSource(group.sources, order.answers) }));
  const contributors = choices.flatMap(({ group: { unit: each }, choice: { chosen } }): SummedUnit[] =>
    chosen === null ? [] : [{ code: each.code, name: each.name, level: each.level, of: each.of, ...chosen }],
  );
  const conflicts = choices.flatMap(({ group: { unit: each }, choice: { conflict } }): UnitConflict[] =>
    conflict === null ? [] : [{ ...conflict, code: each.code, name: each.name }],
  );
  const returned = choices.flatMap(({ group: { unit: each }, choice }): ReturnedUnit[] =>
    choice.returned === null
      ? []
      : [{ code: each.code, name: each.name, of: each.of, source: choice.returned, standIn: choice.chosen?.source ?? null }],
  );
  const held = heldUnits(order, match, groups);
  return {
    unit,
    reportYear,
    edition,
    contributors,
    returned,
    held,
    expected: roster === null ? [] : expectedUnits(order, roster, groups, { contributors, refused, returned, held }),
    excluded: excluded.toSorted((one, other) => compareText(one.unit.code + one.source.file, other.unit.code + other.source.file)),
    refused: refused.toSorted((one, other) => compareText(one.source.file, other.source.file)),
    conflicts,
    duplicates: choices.flatMap(({ choice }) => choice.duplicates),
    superseded: choices.flatMap(({ choice }) => choice.superseded),
  };
}

/** Those of whom no other report came: whose report it is, is told as of those that count. */
function heldUnits(order: ConsolidationOrder, match: Matcher, groups: ReadonlyMap<string, Group>): readonly HeldUnit[] {
  const present = new Set([...groups.values()].map((group) => codeOf(group.unit)));
  const found = (order.held ?? []).flatMap((source): HeldUnit[] => {
    const matched = otherForm(source, order) === null ? match(source, false) : null;
    return matched?.kind === 'unit' && !present.has(codeOf(matched)) ? [{ code: matched.code, name: matched.name, of: matched.of }] : [];
  });
  return [...new Map(found.map((each) => [codeOf(each), each])).values()].sort((one, other) => compareText(one.code, other.code));
}

/** The roster's code of a unit, where the roster has it. */
function codeOf({ of, code }: { readonly of: RosterUnit | null; readonly code: string }): string {
  return of?.code ?? code;
}

/** Figures of another year or form are other figures, whatever their rows are called. */
function otherForm({ file, unit, reportYear, editionId }: Source, order: ConsolidationOrder): Problem | null {
  const details = { file, unit: unit.name, code: unit.code };
  if (reportYear !== order.reportYear)
    return problem('consolidation/other-year', { ...details, found: reportYear, asked: order.reportYear });
  if (editionId === order.edition.id) return null;
  return problem('consolidation/other-edition', { ...details, found: editionId, asked: order.edition.id });
}

/** Where the unit that others were merged into has filed, their reports would count twice. */
function refusePredecessors(groups: Map<string, Group>, refused: RefusedSource[]): void {
  for (const [key, { unit, sources }] of groups) {
    if (unit.of === null || unit.of.code === unit.code || !groups.has(unit.of.code)) continue;
    groups.delete(key);
    const details = { unit: unit.name, code: unit.code, successor: unit.of.name };
    refused.push(
      ...sources.map((source) => ({ source, problem: problem('consolidation/successor-filed', { file: source.file, ...details }) })),
    );
  }
}

function expectedUnits(
  { unit, reportYear, refusedUnits = [] }: ConsolidationOrder,
  roster: Roster,
  groups: ReadonlyMap<string, Group>,
  { contributors, refused, returned, held }: Pick<Gathering, 'contributors' | 'refused' | 'returned' | 'held'>,
): Consolidation['expected'] {
  const units = unitsInYear(roster, reportYear);
  const summed = new Set(contributors.map(codeOf));
  const sentBack = new Set(returned.map(codeOf));
  const setAside = new Set(held.map(codeOf));
  const received = new Set([...groups.values()].map((group) => codeOf(group.unit)));
  const turnedAway = new Set([...refusedUnits, ...refused.map(({ source }) => source.unit.code)]);
  return [...units.values()]
    .filter((each) => each.excluded === null && placeOf(each, unit.code, units).kind === 'direct')
    .map((each) => {
      if (summed.has(each.code)) return { unit: each, state: 'summed' };
      if (sentBack.has(each.code)) return { unit: each, state: 'returned' };
      if (received.has(each.code)) return { unit: each, state: 'conflict' };
      if (setAside.has(each.code)) return { unit: each, state: 'held' };
      return { unit: each, state: turnedAway.has(each.code) ? 'refused' : 'missing' };
    });
}

function byCode(one: Group, other: Group): number {
  return compareText(one.unit.code, other.unit.code);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
