/** Composition root of the thread that makes, reads and checks backups: one piece of work, one answer, and it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome } from '#core/lib/outcome.ts';
import { nodeFileSystem } from './files/file-system.ts';
import type { BackupCall, BackupThreadData } from './store/backups/backup-host.ts';
import { backupWork, type BackupWork } from './store/backups/backup-work.ts';
import { migrations } from './store/migrations/all.ts';
import { loadSqlEngine } from './store/sql-engine.ts';

const { sqlWasm, call } = workerData as BackupThreadData;

run().catch((error: unknown) => {
  // Ends the thread, and its error is told to who asked.
  queueMicrotask(() => {
    throw error;
  });
});

async function run(): Promise<void> {
  const engine = await loadSqlEngine(sqlWasm);
  const answer = answerTo(backupWork({ fs: nodeFileSystem, engine, steps: migrations }), call);
  parentPort?.postMessage(answer, answer.ok && answer.value instanceof Uint8Array ? [answer.value.buffer as ArrayBuffer] : []);
}

function answerTo(work: BackupWork, asked: BackupCall): Outcome<unknown> {
  switch (asked.work) {
    case 'makeOwn':
      return work.makeOwn(asked.order);
    case 'makeForUser':
      return work.makeForUser(asked.order);
    case 'inspect':
      return work.inspect(asked.order);
    case 'preview':
      return work.preview(asked.order);
    case 'rehearse':
      return work.rehearse(asked.order);
    case 'unpack':
      return work.unpack(asked.order);
  }
}
