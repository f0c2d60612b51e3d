/** What is wrong with a unit, and what else is to be said of it: told from its files and their roles. */
import { sameValue } from '../lib/exact.ts';
import type { Form } from '../form/form.ts';
import type { Gathering } from './consolidate.ts';
import { isUnchained } from './choose-sources.ts';
import type { RoledFile } from './file-roles.ts';
import type { ReceivedFile } from './received-file.ts';
import type { RosterUnit } from './roster.ts';
import type { Source } from './source.ts';
import type { Contradiction, RefusedFile, UnitFault, UnitRemark } from './unit-fault.ts';

/** `judged`: the reports that count, or the returned one where none does. */
export type JudgedUnit = {
  readonly unit: RosterUnit;
  readonly form: Form;
  readonly files: readonly RoledFile[];
  readonly judged: readonly { readonly file: ReceivedFile; readonly source: Source | undefined }[];
};

/** Files that cannot be used are faults only where nothing else came that can. */
export function faultsOf({ unit, form, files, judged }: JudgedUnit, { conflicts }: Gathering): readonly UnitFault[] {
  const refused = judged.length > 0 ? [] : refusedAmong(files).map((each): UnitFault => ({ kind: 'refused', ...each }));
  const inConflict = conflicts
    .filter(({ code }) => code === unit.code)
    .map(({ why, sources }): UnitFault => ({ kind: 'conflict', why, ...contradictionOf(sources, files, form) }));
  const ofFigures = judged.flatMap(({ file, source }): UnitFault[] => [
    ...(source !== undefined && source.wrong.length > 0 ? [{ kind: 'figures', file: file.fileName, findings: source.wrong } as const] : []),
    ...(source !== undefined && source.notUnderstood.length > 0
      ? [{ kind: 'not-understood', file: file.fileName, places: source.notUnderstood } as const]
      : []),
  ]);
  const faults = [...refused, ...inConflict, ...ofFigures];
  const isSilent = judged.length === 0 && !files.some(({ role }) => role.kind === 'held');
  return isSilent && faults.length === 0 ? [{ kind: 'missing' }] : faults;
}

function contradictionOf(sources: readonly Source[], files: readonly RoledFile[], form: Form): Contradiction {
  const records = new Map(files.map(({ file }) => [file.digest, file]));
  const timed = sources
    .map((source) => ({ source, receivedAt: records.get(source.sourceDigest)?.receivedAt ?? '' }))
    .sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : one.receivedAt > other.receivedAt ? 1 : 0));
  const last = timed.at(-1)?.receivedAt;
  const isOnlyLast = timed.filter(({ receivedAt }) => receivedAt === last).length === 1;
  const options = timed.map(({ source: { sourceDigest: digest, file }, receivedAt }) => {
    return { digest, file, receivedAt, isNewest: isOnlyLast && receivedAt === last };
  });
  const differing = form.cells.flatMap(({ key, computed }, at) => {
    const values = timed.map(({ source }) => source.values[at] ?? null);
    const isSame = values.every((each) => sameValue(each, values[0] ?? null));
    return computed || isSame ? [] : [{ cell: key, values }];
  });
  return { options, differing };
}

export function remarksOf({ unit, files, judged }: JudgedUnit, { contributors, returned }: Gathering): readonly UnitRemark[] {
  const isOfUnit = ({ of, code }: { readonly of: RosterUnit | null; readonly code: string }) => (of?.code ?? code) === unit.code;
  const newest = judged.reduce((latest, { file }) => (file.receivedAt > latest ? file.receivedAt : latest), '');
  // What came after it was refused has mended it.
  const since = files.filter(({ file }) => file.receivedAt >= newest);
  const beside = judged.length === 0 ? [] : refusedAmong(since);
  return [
    ...contributors.filter(isOfUnit).flatMap(({ chain, source }): UnitRemark[] => {
      const { file, revision } = source;
      const { number, previousBundleDigest: previous } = revision;
      return isUnchained(chain, source) ? [{ kind: 'chain', why: chain, file, revision: number, previous }] : [];
    }),
    ...returned.filter(isOfUnit).flatMap(({ source, standIn }): UnitRemark[] => {
      return standIn === null ? [] : [{ kind: 'earlier', returned: source.revision.number, revision: standIn.revision.number }];
    }),
    ...(beside.length === 0 ? [] : [{ kind: 'beside', files: beside, counted: judged[0]?.file.fileName ?? '' } as const]),
  ];
}

function refusedAmong(files: readonly RoledFile[]): readonly RefusedFile[] {
  return files.flatMap(({ file, role }): RefusedFile[] => {
    const { fileName, refusal, unitCode: claimedUnit } = file;
    if (role.kind === 'refused' && refusal !== null) return [{ file: fileName, refusal }];
    if (role.kind !== 'left-out') return [];
    return [{ file: fileName, refusal: { kind: 'refused', file: fileName, claimedUnit, problem: role.problem, reasons: [] } }];
  });
}
