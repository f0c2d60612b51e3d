/** Where each unit of a roster stands: what came from it, what of that counts, what is wrong, and how it was answered. */
import type { ReportingUnit } from '../filing/filing.ts';
import type { Outcome } from '../lib/outcome.ts';
import type { Problem } from '../lib/problem.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { gatherReports, type Gathering } from './consolidate.ts';
import type { ReceivedFile } from './received-file.ts';
import { placeOf, unitsInYear, type Roster, type RosterUnit } from './roster.ts';
import type { Source } from './source.ts';
import type { UnitFault } from './unit-fault.ts';
import { withUnitOfName } from './unit-of-name.ts';

/** `apart`: the unit is on the roster and not expected here (excluded, summed by another unit, the superior itself). */
export const subordinateStates = ['missing', 'received', 'wrong', 'returned', 'accepted', 'apart'] as const;
export type SubordinateState = (typeof subordinateStates)[number];

export type Answer = 'accepted' | 'returned';

/**
 * What a file is to its unit: it `counts`; it is the same as or older than the one that does; it contradicts another; it
 * was refused, `held`, `removed`; or it is of somebody who does not count here (`left-out`, with the problem that says why).
 */
export type FileRole =
  | { readonly kind: 'counts' | 'conflict' | 'refused' | 'held' | 'removed' | 'excluded' }
  | { readonly kind: 'duplicate' | 'superseded'; readonly by: string }
  | { readonly kind: 'left-out'; readonly problem: Problem };

export type RoledFile = { readonly file: ReceivedFile; readonly role: FileRole };

export type Subordinate = {
  readonly unit: RosterUnit;
  readonly state: SubordinateState;
  /** The files of the unit, in the order in which they came. */
  readonly files: readonly RoledFile[];
  readonly faults: readonly UnitFault[];
  /** The answer to the report that counts. */
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
  /** The last answer to a bundle by its digest. */
  readonly answers: ReadonlyMap<string, Answer>;
};

export type Subordinates = {
  /** In the order of the roster; without one, the units that sent something. */
  readonly units: readonly Subordinate[];
  /** Files that are of no unit above. */
  readonly strangers: readonly RoledFile[];
  readonly counts: Readonly<Record<SubordinateState, number>>;
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
  });
  const inYear = unitsInYear(roster, reportYear);
  const units = hasRoster ? [...inYear.values()] : unitsOf(gathering);
  const roleOf = rolesOf(gathering);
  const known = new Set(units.map(({ code }) => code));
  const byUnit = new Map<string, RoledFile[]>();
  const strangers: RoledFile[] = [];
  for (const file of order.files) {
    const problem = unreadable.get(file.digest);
    const lost: FileRole = problem === undefined ? { kind: 'refused' } : { kind: 'left-out', problem };
    const roled = { file, role: plainRole(file) ?? roleOf.get(file.digest)?.role ?? lost };
    const code = roleOf.get(file.digest)?.code ?? claimedBy(file, roster);
    const isOfUnit = code !== null && known.has(code) && roled.role.kind !== 'left-out';
    if (isOfUnit) byUnit.set(code, [...(byUnit.get(code) ?? []), roled]);
    else strangers.push(roled);
  }
  const subordinates = units.map((unit): Subordinate => {
    const files = byUnit.get(unit.code) ?? [];
    const counted = files.flatMap(({ file, role }) => (role.kind === 'counts' ? [{ file, source: taken.get(file.digest) }] : []));
    const answer = counted.map(({ source }) => answers.get(source?.bundleDigest ?? '')).find((each) => each !== undefined) ?? null;
    const isExpected = !hasRoster || (unit.excluded === null && placeOf(unit, superior.code, inYear).kind === 'direct');
    const faults = isExpected ? faultsOf(unit, files, counted, gathering) : [];
    const state = isExpected ? stateOf(faults, answer) : 'apart';
    return { unit, state, files, faults, answer };
  });
  const counts = Object.fromEntries(subordinateStates.map((state) => [state, 0])) as Record<SubordinateState, number>;
  for (const { state } of subordinates) counts[state] += 1;
  return { units: subordinates, strangers, counts };
}

/** Without a roster nobody can be missing. */
function unitsOf({ contributors, conflicts }: Gathering): readonly RosterUnit[] {
  const open = { parent: null, creditCode: null, contact: null, phone: null, excluded: null, fingerprint: null, from: null, to: null };
  const found = [
    ...contributors.map(({ code, name, level }) => ({ code, name, level })),
    ...conflicts.map(({ code, name, sources }) => ({ code, name, level: sources[0]?.unit.level ?? 'department' })),
  ];
  const units = new Map(found.map((each): [string, RosterUnit] => [each.code, { ...each, ...open, predecessors: [] }]));
  return [...units.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

type Roles = ReadonlyMap<string, { readonly code: string; readonly role: FileRole }>;

/** By digest of the file; `code` is the unit of the roster that it belongs to. */
function rolesOf({ contributors, conflicts, duplicates, superseded, excluded, refused }: Gathering): Roles {
  const roles = new Map<string, { code: string; role: FileRole }>();
  const put = ({ sourceDigest }: Source, code: string, role: FileRole) => void roles.set(sourceDigest, { code, role });
  for (const { of, code, source } of contributors) put(source, of?.code ?? code, { kind: 'counts' });
  for (const { code, sources } of conflicts) for (const source of sources) put(source, code, { kind: 'conflict' });
  const codeOf = ({ sourceDigest, unit }: Source) => roles.get(sourceDigest)?.code ?? unit.code;
  for (const { source, by } of superseded) put(source, codeOf(by), { kind: 'superseded', by: by.sourceDigest });
  for (const { source, sameAs } of duplicates) put(source, codeOf(sameAs), { kind: 'duplicate', by: sameAs.sourceDigest });
  for (const { unit, source } of excluded) put(source, unit.code, { kind: 'excluded' });
  for (const { source, problem } of refused) put(source, source.unit.code, { kind: 'left-out', problem });
  return roles;
}

function plainRole({ standing, verdict }: ReceivedFile): FileRole | null {
  if (standing !== 'taken') return { kind: standing };
  return verdict === 'refused' ? { kind: 'refused' } : null;
}

/** The roster may be younger than the file. */
function claimedBy({ refusal, unitCode }: ReceivedFile, roster: Roster): string | null {
  return refusal === null ? unitCode : withUnitOfName(refusal, roster).claimedUnit;
}

function faultsOf(
  unit: RosterUnit,
  files: readonly RoledFile[],
  counted: readonly { readonly file: ReceivedFile; readonly source: Source | undefined }[],
  { conflicts }: Gathering,
): readonly UnitFault[] {
  const newest = counted.reduce((latest, { file }) => (file.receivedAt > latest ? file.receivedAt : latest), '');
  const refused = files.flatMap(({ file, role }): UnitFault[] =>
    // What came after it was refused has mended it.
    role.kind === 'refused' && file.refusal !== null && file.receivedAt >= newest
      ? [{ kind: 'refused', file: file.fileName, refusal: file.refusal }]
      : [],
  );
  const inConflict = conflicts
    .filter(({ code }) => code === unit.code)
    .map(({ why, sources }): UnitFault => ({ kind: 'conflict', why, files: sources.map(({ file }) => file) }));
  const ofFigures = counted.flatMap(({ file, source }): UnitFault[] => [
    ...(source !== undefined && source.wrong.length > 0 ? [{ kind: 'figures', file: file.fileName, findings: source.wrong } as const] : []),
    ...(source !== undefined && source.notUnderstood.length > 0
      ? [{ kind: 'not-understood', file: file.fileName, places: source.notUnderstood } as const]
      : []),
  ]);
  const faults = [...refused, ...inConflict, ...ofFigures];
  return counted.length === 0 && faults.length === 0 ? [{ kind: 'missing' }] : faults;
}

/** An answer was given on the report that counts, faults and all; it stands until another report counts. */
function stateOf(faults: readonly UnitFault[], answer: Answer | null): SubordinateState {
  if (answer !== null) return answer;
  const [first] = faults;
  if (first === undefined) return 'received';
  return first.kind === 'missing' ? 'missing' : 'wrong';
}
