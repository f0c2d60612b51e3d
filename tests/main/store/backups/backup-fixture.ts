/** What the tests of backups share: a released workspace file with real filings, attachments, a clock that stands still. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodeFileSystem, type FileSystem } from '#main/files/file-system.ts';
import { stateOf } from '#main/store/database-state.ts';
import { migrations } from '#main/store/migrations/all.ts';
import type { BackupTools } from '#main/store/backups/examine-backup.ts';
import type { BackupSubject } from '#main/store/backups/own-backups.ts';
import { engine } from '../workspace-fixture.ts';

export const fixtures = resolve(import.meta.dirname, '../../../fixtures/workspaces');

/** A workspace file with three filings of two units and six journal entries, as the first version wrote it. */
export const image: Uint8Array = new Uint8Array(readFileSync(join(fixtures, 'schema-1.sqlite')));

export const now = new Date('2026-01-12T08:30:00.000Z');

export const scans = ['一份扫描件', '', 'x'.repeat(70_000)].map((text) => new TextEncoder().encode(text));
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Puts attachments into a workspace folder. */
export function attach(workspace: string, files: readonly Uint8Array[] = scans): void {
  mkdirSync(join(workspace, 'attachments'), { recursive: true });
  for (const bytes of files) writeFileSync(join(workspace, 'attachments', sha256(bytes)), bytes);
}

export function tools(fs: FileSystem = nodeFileSystem): BackupTools {
  return { fs, engine, steps: migrations };
}

export function subject(workspace: string, bytes: Uint8Array = image): BackupSubject {
  const database = engine.open(bytes);
  const state = stateOf(database);
  database.close();
  return { workspace, numbered: [], image: bytes, isSealed: true, state, appVersion: '0.1.0', now };
}
