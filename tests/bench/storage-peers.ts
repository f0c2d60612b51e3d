/** What stands beside a save: plain writes of as many bytes, and the same edit by an SQLite that writes to its file itself. */
import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { Filing } from '#core/filing/filing.ts';
import { deflateDocument, digestOfDocument } from '#main/store/document-codec.ts';

/** Writes a file of the folder anew under its name. */
export function writeRaw(folder: string, bytes: Uint8Array): void {
  const path = join(folder, 'raw.tmp');
  const descriptor = openSync(path, 'w');
  writeSync(descriptor, bytes);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(path, join(folder, 'raw'));
}

export function syncFolder(folder: string): void {
  // Windows has no such call.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

export type DatabasePeer = { readonly edit: (id: string, filing: Filing) => void; readonly close: () => void };

/** A copy of a workspace file, edited in place: a transaction with the document, its filing and an entry of the journal. */
export function openPeer(workspace: string, path: string): DatabasePeer {
  copyFileSync(workspace, path);
  const database = new sqlite.Database(path);
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  return {
    edit: (id, filing) => {
      const text = canonicalJson(filing);
      const digest = digestOfDocument(text);
      database.exec('BEGIN IMMEDIATE');
      const before = database.get('SELECT document FROM filing WHERE id = ?', id)?.['document'];
      const last = database.get('SELECT seq FROM journal ORDER BY seq DESC LIMIT 1')?.['seq'];
      if (typeof before !== 'string' || typeof last !== 'number') throw new Error('the peer has no such filing');
      database.run('INSERT OR REPLACE INTO document (digest, deflated) VALUES (?, ?)', [digest, deflateDocument(text)]);
      database.run('UPDATE filing SET document = ? WHERE id = ?', [digest, id]);
      database.run('DELETE FROM document WHERE digest = ?', [before]);
      database.run(
        `INSERT INTO journal (seq, at, actor, filing_id, action, detail, previous, digest) VALUES (?, ?, '王芳', ?, 'filing/edit', '{}', '', ?)`,
        [last + 1, new Date().toISOString(), id, `${digest}${String(last)}`],
      );
      database.exec('COMMIT');
    },
    close: () => {
      database.close();
    },
  };
}
