/** A workspace folder with everything in it, made once and copied for each trial: two filings, an attachment, generations, a backup. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import { openAttachmentFiles } from '#main/attachments/attachment-files.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { hostHere } from '#main/store/backups/backup-host.ts';
import { backupWork } from '#main/store/backups/backup-work.ts';
import { openBackups, type Backups } from '#main/store/backups/backups.ts';
import { examineBackup } from '#main/store/backups/examine-backup.ts';
import { sha256Hex } from '#main/signing/digest.ts';
import { lockAndOpen } from '#main/store/lock-and-open.ts';
import { thisLocker } from '#main/store/lock-witness.ts';
import { migrations } from '#main/store/migrations/all.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '#main/store/workspace.ts';
import { withCalls } from '../../main/files/failing-file-system.ts';
import { sampleFiling } from '../../main/bundle/sample.ts';
import { contentsOf, createClock, edition, engine, entry, expectOk } from '../../main/store/workspace-fixture.ts';

export const scan = new TextEncoder().encode('一份扫描件'.repeat(4_000));
/** The real calls, but for waiting. */
export const works = withCalls({});

const scratch = mkdtempSync(join(tmpdir(), 'nianbao-fault-rig-'));
let made = 0;

/** To be called when all is done. */
export function removeScratch(): void {
  rmSync(scratch, { recursive: true, force: true });
}

/** A path that nothing has yet. */
export function freshPath(): string {
  made += 1;
  return join(scratch, String(made));
}

/** The user's folder of a trial: a stick, say. */
export const outOf = (folder: string) => `${folder}-out`;

export function copyOf(folder: string): string {
  const copy = freshPath();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Ids that are the same in every trial. */
function uuids(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
}

export type RigOptions = Partial<Pick<WorkspaceOptions, 'steps' | 'now' | 'editions' | 'randomUuid'>>;

function optionsOf(folder: string, fs: FileSystem, given: RigOptions): Omit<WorkspaceOptions, 'whoElse'> {
  const { now } = createClock('2026-01-12T09:00:00.000Z');
  return { folder, editions: [edition], engine, fs, now, randomUuid: uuids(), appVersion: '0.1.0', ...given };
}

export function tryToOpen(folder: string, fs: FileSystem, given: RigOptions = {}): Outcome<Workspace> {
  return openWorkspace({ ...optionsOf(folder, fs, given), whoElse: () => null });
}

/** As the app does it, with its lock. */
export function lockAndTry(folder: string, fs: FileSystem, agrees: (silent: Problem) => boolean = () => true): Promise<Outcome<Workspace>> {
  return lockAndOpen({ ...optionsOf(folder, fs, {}), locker: thisLocker(), agrees: (silent) => Promise.resolve(agrees(silent)) });
}

export function backupsOf(workspace: Workspace, folder: string, fs: FileSystem): Backups {
  const host = hostHere(backupWork({ fs, engine, steps: migrations }));
  const { now } = createClock('2026-01-12T10:00:00.000Z');
  return openBackups({ workspace, folder, fs, host, appVersion: '0.1.0', now, onFailure: () => undefined });
}

/** The folder that every trial starts from; the newest generation and the newest backup hold what the file holds. */
export async function makeTemplate(): Promise<string> {
  const folder = freshPath();
  const clock = createClock();
  const first = expectOk(tryToOpen(folder, works, { now: clock.now }));
  const id = expectOk(await first.addFiling(sampleFiling(), entry));
  const digest = expectOk(openAttachmentFiles(works, folder).keep(scan));
  const attachments = [{ name: '签字页.pdf', digest, size: scan.length, mediaType: 'application/pdf' }];
  expectOk(await first.updateFiling(id, { filing: { ...sampleFiling(), attachments }, pending: {} }, entry));
  await first.close();
  clock.moveMinutes(5);
  const again = expectOk(tryToOpen(folder, works, { now: clock.now }));
  expectOk(await backupsOf(again, folder, works).make('hourly'));
  await again.close();
  return folder;
}

/** All that a user would miss, found by a fresh start without a lock; the folder may stand anywhere. */
export async function lookInto(folder: string, given: RigOptions = {}): Promise<string> {
  const opened = tryToOpen(folder, works, given);
  if (!opened.ok) return `it does not open: ${JSON.stringify(opened.problem)}`;
  const workspace = opened.value;
  const files = openAttachmentFiles(works, folder);
  const contents = contentsOf(workspace);
  const gone = contents.flatMap(({ filing }) => filing.attachments).filter(({ digest }) => !files.read(digest).ok);
  const journal = workspace.verifyJournal().kind;
  await workspace.close();
  const digest = sha256Hex(JSON.stringify(contents).replaceAll(folder, '…')).slice(0, 12);
  const counts = contents.map(({ filing, submissions, journal: entries }) =>
    [filing.attachments.length, submissions.length, entries.length].join('/'),
  );
  return `state ${digest} (attachments/submissions/entries ${counts.join(' ')}), attachments gone: ${String(gone.length)}, journal ${journal}`;
}

/** The finished backups in a folder, and that each is whole. */
export function wholeBackupsIn(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.nianbao-backup')) : [];
  const broken = names.filter((name) => !examineBackup({ fs: works, engine, steps: migrations }, join(folder, name), null).ok);
  return `${String(names.length)} backups, broken: ${broken.join(' ')}`;
}
