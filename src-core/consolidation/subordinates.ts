/** Where each unit of a roster stands: what came from it, what of that counts, what is wrong, and how it was answered. */
import type { ReportingUnit } from '../filing/filing.ts';
import type { Outcome } from '../lib/outcome.ts';
import type { Problem } from '../lib/problem.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import type { Answer, Answers } from './answer.ts';
import { gatherReports, type Gathering } from './consolidate.ts';
import { plainRole, rolesOf, type FileRole, type RoledFile } from './file-roles.ts';
import { faultsOf, remarksOf } from './judge-unit.ts';
import { underEachName, type ReceivedFile } from './received-file.ts';
import { placeOf, unitsInYear, type Roster, type RosterUnit } from './roster.ts';
import type { Source } from './source.ts';
import type { UnitFault, UnitRemark } from './unit-fault.ts';
import { unitsOfArchive, withUnitOfName } from './unit-of-name.ts';

/**
 * `apart`: the unit is on the roster and not expected here (excluded, summed by another unit, the superior itself).
 * `held`: it has sent what the office itself keeps out of the sum for the time being.
 */
export const subordinateStates = ['missing', 'received', 'wrong', 'held', 'returned', 'accepted', 'apart'] as const;
export type SubordinateState = (typeof subordinateStates)[number];

export type Subordinate = {
  readonly unit: RosterUnit;
  readonly state: SubordinateState;
  /** The files of the unit, in the order in which they came; bytes that came under several names once for each. */
  readonly files: readonly RoledFile[];
  readonly faults: readonly UnitFault[];
  readonly remarks: readonly UnitRemark[];
  /** The answer to the unit's newest report. */
  readonly answer: Answer | null;
};

export type SubordinatesOrder = {
  readonly superior: ReportingUnit;
  readonly reportYear: number;
  readonly edition: LoadedEdition;
  readonly roster: Roster;
  /** All files of the year, in the order in which they came. */
  readonly files: readonly ReceivedFile[];
  /** The figures of a file that was not refused, or why they cannot be read any more. */
  readonly sourceOf: (file: ReceivedFile) => Outcome<Source>;
  readonly answers: Answers;
};

/** Of the units that are expected, by their states and nothing else: `usable` are those that are received or accepted. */
export type Tally = { readonly expected: number; readonly usable: number } & Readonly<
  Record<'accepted' | 'returned' | 'wrong' | 'held', number>
>;

export type Subordinates = {
  /** In the order of the roster; without one, the units that sent something. */
  readonly units: readonly Subordinate[];
  /** Files that are of no unit above. */
  readonly strangers: readonly RoledFile[];
  readonly counts: Readonly<Record<SubordinateState, number>>;
  readonly tally: Tally;
};

export function overlookSubordinates(order: SubordinatesOrder): Subordinates {
  const { superior, reportYear, roster, answers } = order;
  const taken = new Map<string, Source>();
  const unreadable = new Map<string, Problem>();
  for (const file of order.files) {
    if (file.standing !== 'taken' || file.verdict === 'refused') continue;
    const source = order.sourceOf(file);
    if (source.ok) taken.set(file.digest, source.value);
    else unreadable.set(file.digest, source.problem);
  }
  const hasRoster = roster.units.length > 0;
  const gathering = gatherReports({
    unit: superior,
    reportYear,
    edition: order.edition,
    sources: [...taken.values()],
    roster: hasRoster ? roster : null,
    answers,
  });
  const inYear = unitsInYear(roster, reportYear);
  const units = hasRoster ? [...inYear.values()] : unitsOf(gathering);
  const isExpected = (unit: RosterUnit) => !hasRoster || (unit.excluded === null && placeOf(unit, superior.code, inYear).kind === 'direct');
  const expected = new Set(units.filter(isExpected).map(({ code }) => code));
  const known = new Set(units.map(({ code }) => code));
  const roleOf = rolesOf(gathering);
  const byUnit = new Map<string, RoledFile[]>();
  const strangers: RoledFile[] = [];
  for (const file of order.files.flatMap(underEachName)) {
    const problem = unreadable.get(file.digest);
    const lost: FileRole = problem === undefined ? { kind: 'refused' } : { kind: 'left-out', problem };
    const roled = { file, role: plainRole(file) ?? roleOf.get(file.digest)?.role ?? lost };
    const role = roleOf.get(file.digest);
    // One that does not count is a unit's only where the unit is expected to send one.
    const among = roled.role.kind === 'left-out' ? expected : known;
    const codes = (role === undefined ? claimedBy(file, roster) : [role.code]).filter((code) => among.has(code));
    for (const code of codes) byUnit.set(code, [...(byUnit.get(code) ?? []), roled]);
    if (codes.length === 0) strangers.push(roled);
  }
  const stand = (unit: RosterUnit): Subordinate => {
    const files = byUnit.get(unit.code) ?? [];
    const among = (kind: FileRole['kind']) =>
      files.flatMap(({ file, role }) => (role.kind === kind ? [{ file, source: taken.get(file.digest) }] : []));
    const [counted, returned] = [among('counts'), among('returned')];
    const given = counted.map(({ source }) => answers.get(source?.bundleDigest ?? '')).find((each) => each !== undefined) ?? null;
    const answer = returned.length > 0 ? 'returned' : given;
    if (!expected.has(unit.code)) return { unit, state: 'apart', files, faults: [], remarks: [], answer };
    const judged = { unit, form: order.edition.form, files, judged: counted.length > 0 ? counted : returned };
    const faults = faultsOf(judged, gathering);
    return { unit, state: stateOf(faults, answer, files), files, faults, remarks: remarksOf(judged, gathering), answer };
  };
  const subordinates = units.map(stand);
  const counts = Object.fromEntries(subordinateStates.map((state) => [state, 0])) as Record<SubordinateState, number>;
  for (const { state } of subordinates) counts[state] += 1;
  const { received, accepted, returned, wrong, held } = counts;
  const tally = { expected: expected.size, usable: received + accepted, accepted, returned, wrong, held };
  return { units: subordinates, strangers, counts, tally };
}

/** Without a roster nobody can be missing. */
function unitsOf({ contributors, conflicts, returned }: Gathering): readonly RosterUnit[] {
  const open = { parent: null, creditCode: null, contact: null, phone: null, excluded: null, fingerprint: null, from: null, to: null };
  const found = [
    ...contributors.map(({ code, name, level }) => ({ code, name, level })),
    ...conflicts.map(({ code, name, sources }) => ({ code, name, level: sources[0]?.unit.level ?? 'department' })),
    ...returned.map(({ code, name, source }) => ({ code, name, level: source.unit.level })),
  ];
  const units = new Map(found.map((each): [string, RosterUnit] => [each.code, { ...each, ...open, predecessors: [] }]));
  return [...units.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** The roster may be younger than the file. An archive that was not opened may hold the reports of several units. */
function claimedBy({ refusal, unitCode }: ReceivedFile, roster: Roster): readonly string[] {
  const code = refusal === null ? unitCode : withUnitOfName(refusal, roster).claimedUnit;
  if (code !== null) return [code];
  return refusal === null ? [] : unitsOfArchive(refusal, roster);
}

/** An answer was given on the unit's newest report, faults and all; it stands until another comes. */
function stateOf(faults: readonly UnitFault[], answer: Answer | null, files: readonly RoledFile[]): SubordinateState {
  if (answer !== null) return answer;
  const [first] = faults;
  if (first === undefined) return files.some(({ role }) => role.kind === 'counts') ? 'received' : 'held';
  return first.kind === 'missing' ? 'missing' : 'wrong';
}
