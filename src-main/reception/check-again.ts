/** Judges files anew that were refused or signed by somebody unknown: trust, roster or forms may have changed since. */
import { dirname } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { openReceivedFiles } from '../attachments/received-files.ts';
import type { Desk } from '../filings/change-filing.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import type { Certificate } from '../signing/certificate.ts';
import type { NewReceivedFile } from '../store/received.ts';
import { receiveBytes } from './receive-file.ts';
import { receiveOrderFor } from './receive-order.ts';
import { recordOf, withNames } from './record-of.ts';

/** From the kept bytes, which are verified as they are read; the time of arrival stays. */
export async function checkAgain(desk: Desk, reportYear: number, now: Date, own?: readonly Certificate[]): Promise<Outcome<SaveState>> {
  const { editions, workspace } = desk;
  const kept = openReceivedFiles(nodeFileSystem, dirname(workspace.path));
  const order = receiveOrderFor(desk, reportYear, now, own);
  const judged: NewReceivedFile[] = [];
  for (const file of workspace.reception.files(reportYear)) {
    if (file.verdict !== 'untrusted' && file.verdict !== 'refused') continue;
    const bytes = kept.read(file.digest);
    if (!bytes.ok) return bytes;
    const received = await receiveBytes({ path: file.fileName, isNamed: true }, bytes.value, order);
    const record = recordOf(received, file, { editions, reportYear, receivedAt: file.receivedAt });
    if (record !== null) judged.push({ ...withNames(record, file), standing: file.standing });
  }
  if (judged.length === 0) return ok(await workspace.settle());
  const detail = { year: reportYear, files: judged.map(({ digest }) => digest) };
  return workspace.reception.record(judged, { actor: '接收人', action: 'reception/check-again', detail });
}
