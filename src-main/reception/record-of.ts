/** What is put on record of a file that arrived. */
import { basename, extname } from 'node:path';
import { keepSource } from '#core/consolidation/kept-source.ts';
import { unnamedUnitCode } from '#core/consolidation/match-source.ts';
import type { ReceivedFile, ReceivedKind } from '#core/consolidation/received-file.ts';
import { withNamesOf, type Refusal } from '#core/consolidation/refusal.ts';
import type { Source } from '#core/consolidation/source.ts';
import { editionById, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { NewReceivedFile } from '../store/received.ts';
import type { Received } from './received.ts';

export type RecordOrder = {
  readonly editions: readonly LoadedEdition[];
  /** The year that files are received for: where one that was refused is listed. */
  readonly reportYear: number;
  /** ISO 8601. */
  readonly receivedAt: string;
};

/** Null for what is no report. Folders of this computer stay out of the record. */
export function recordOf(
  received: Received,
  { digest, size }: { readonly digest: string; readonly size: number },
  order: RecordOrder,
): NewReceivedFile | null {
  if (received.kind === 'ignored') return null;
  const path = received.kind === 'source' ? received.source.file : received.file;
  const file = { digest, size, fileName: basename(path), receivedAt: order.receivedAt, standing: 'taken' } as const;
  return { ...file, ...(received.kind === 'source' ? ofSource(received.source, order) : ofRefusal(received, order)) };
}

/** The same bytes may have been refused before, under another name: no name is lost. */
export function withNames(file: NewReceivedFile, before: ReceivedFile | null): NewReceivedFile {
  if (file.refusal === null || before === null) return file;
  return { ...file, refusal: withNamesOf(file.refusal, before.refusal) };
}

function ofSource(source: Source, { editions }: RecordOrder) {
  const { unit, reportYear, kind, revision, signature, wrong, notUnderstood, file } = source;
  const edition = editionById(editions, source.editionId);
  if (!edition.ok) throw new Error(`a file was read by a form that is not here: ${source.editionId}`);
  return {
    kind: kind === 'report' ? kindOfName(file) : kind,
    reportYear,
    unitCode: unit.code === unnamedUnitCode ? null : unit.code,
    unitName: unit.name,
    revision: kind === 'report' ? null : revision.number,
    verdict: signature,
    refusal: null,
    errors: wrong.length,
    notUnderstood: notUnderstood.length,
    source: keepSource({ ...source, file: basename(file) }, edition.value.form),
  };
}

function ofRefusal(refusal: Refusal, { reportYear }: RecordOrder) {
  return {
    kind: kindOfName(refusal.file),
    reportYear,
    unitCode: refusal.claimedUnit,
    unitName: null,
    revision: null,
    verdict: 'refused' as const,
    refusal: withoutFolder(refusal),
    errors: 0,
    notUnderstood: 0,
    source: null,
  };
}

function kindOfName(path: string): ReceivedKind {
  const extension = extname(path).toLowerCase();
  if (extension === '.asice') return 'bundle';
  if (extension === '.json') return 'filing';
  return ['.xlsx', '.xls', '.et', '.ods', '.csv', '.tsv'].includes(extension) ? 'workbook' : 'report';
}

/** What is said to a unit about its file does not tell where it lay here. */
export function withoutFolder(refusal: Refusal): Refusal {
  const { file, problem, reasons } = refusal;
  const bare = (details: Readonly<Record<string, string | number>>) =>
    Object.fromEntries(Object.entries(details).map(([key, value]) => [key, value === file ? basename(file) : value]));
  return {
    ...refusal,
    file: basename(file),
    problem: problem === null ? null : { ...problem, details: bare(problem.details) },
    reasons: reasons.map((reason) => ({ ...reason, details: bare(reason.details) })),
  };
}
