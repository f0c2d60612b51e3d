/** Receives a batch into the workspace: each file is kept and put on record as soon as it is done, whatever comes after it. */
import { basename } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { ReceptionSummary } from '#core/ipc/reception-views.ts';
import type { SaveState } from '#core/ipc/views.ts';
import type { Desk } from '../filings/change-filing.ts';
import type { Certificate } from '../signing/certificate.ts';
import type { NewReceivedFile } from '../store/received.ts';
import { listFiles } from './list-files.ts';
import { receiveEach, type Progress, type Take } from './receive-all.ts';
import { keepingIn, receiveOrderFor } from './receive-order.ts';
import { recordOf, withNames } from './record-of.ts';

export type BatchOrder = {
  /** Files and folders. */
  readonly places: readonly string[];
  /** For what names no year, and where what was refused is listed. */
  readonly reportYear: number;
  readonly now: Date;
  readonly onProgress: Progress;
  readonly isStopped: () => boolean;
  /** Certificates of the keys here. */
  readonly own?: readonly Certificate[];
};

/** So many are put on record together. */
const fewFiles = 16;

/** What came of the files themselves; what it does to the units is told by whoever knows the superior. */
export type BatchSummary = Omit<ReceptionSummary, 'unchained'>;

/** @returns file/not-readable for a folder that cannot be listed, or why the workspace takes no changes. */
export async function takeIn(
  desk: Desk,
  { places, reportYear, now, onProgress, isStopped, own }: BatchOrder,
): Promise<Outcome<BatchSummary>> {
  const files = listFiles(places, []);
  if (!files.ok) return files;
  const { editions, workspace } = desk;
  const receivedAt = now.toISOString();
  const counts = { taken: 0, refused: 0, known: 0, ignored: 0, otherYears: 0 };
  const notKept: { fileName: string; problem: Problem | null }[] = [];
  const saves: Promise<Outcome<SaveState>>[] = [];
  let waiting: NewReceivedFile[] = [];
  let done = 0;
  const record = () => {
    if (waiting.length === 0) return;
    const detail = { year: reportYear, files: waiting.map(({ digest }) => digest) };
    saves.push(workspace.reception.record(waiting, { actor: '接收人', action: 'reception/receive', detail }));
    waiting = [];
  };
  /** Empty files have one digest, whatever their names. */
  const put = (file: NewReceivedFile) => {
    const at = waiting.findIndex(({ digest }) => digest === file.digest);
    const before = waiting[at] ?? workspace.reception.file(file.digest);
    const named = withNames(file, before);
    if (at < 0) waiting.push(named);
    else waiting[at] = named;
  };
  const take: Take = (few) => {
    done += few.length;
    for (const each of few.flat()) {
      if (each.kind === 'known') counts.known += 1;
      else if (each.received.kind === 'ignored') counts.ignored += 1;
      else {
        const { received, kept } = each;
        counts[received.kind === 'source' ? 'taken' : 'refused'] += 1;
        const file = kept === null ? null : recordOf(received, kept, { editions, reportYear, receivedAt });
        if (file !== null) put(file);
        else if (received.kind === 'refused') notKept.push({ fileName: basename(received.file), problem: received.problem });
        if (file !== null && file.reportYear !== reportYear) counts.otherYears += 1;
      }
    }
    if (waiting.length >= fewFiles) record();
    onProgress(done, files.value.length);
  };
  const order = { ...receiveOrderFor(desk, reportYear, now, own), keeping: keepingIn(desk) };
  try {
    await receiveEach(files.value, order, take, isStopped);
  } finally {
    record();
  }
  for (const each of await Promise.all(saves)) if (!each.ok) return each;
  return ok({ files: files.value.length, done, ...counts, notKept, saved: await workspace.settle() });
}
