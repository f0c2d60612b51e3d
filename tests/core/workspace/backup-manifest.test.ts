import { describe, expect, it } from 'vitest';
import {
  attachmentName,
  backupDamages,
  backupFormat,
  backupFormatWithReceived,
  decodeManifest,
  type BackupManifest,
} from '#core/workspace/backup-manifest.ts';
import { backupDamageWords } from '#core/text/problems/backups.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { problem } from '#core/lib/problem.ts';

const sha256 = 'ab'.repeat(32);
const manifest: BackupManifest = {
  format: backupFormat,
  madeAt: '2026-01-12T08:30:00.000Z',
  reason: 'hourly',
  appVersion: '0.1.0',
  schemaVersion: 1,
  filings: 3,
  journal: { entries: 5, last: '0'.repeat(64) },
  entries: [
    { name: 'nianbao.sqlite', size: 4096, sha256: 'cd'.repeat(32) },
    { name: attachmentName(sha256), size: 0, sha256 },
  ],
  absent: [],
};
const decodeWith = (changes: object) => decodeManifest(JSON.stringify({ ...manifest, ...changes }), 'F');
const [database, attachment] = manifest.entries;

describe('the description of a backup', () => {
  it('is read as it was written', () => {
    expect(decodeManifest(JSON.stringify(manifest), 'F')).toEqual({ ok: true, value: manifest });
  });

  it('of a later format is refused by its name', () => {
    expect(decodeWith({ format: 'nianbao.backup/3' })).toEqual({
      ok: false,
      problem: { code: 'backup/newer', details: { path: 'F', found: 'nianbao.backup/3', known: backupFormatWithReceived } },
    });
  });

  it.each([
    ['is no JSON', 'no JSON'],
    ['is cut off', JSON.stringify(manifest).slice(0, -1)],
    ['is null', 'null'],
    ['has another format', JSON.stringify({ ...manifest, format: 'nianbao.filing/1' })],
    ['has an unknown member', JSON.stringify({ ...manifest, more: 1 })],
    ['has an unknown reason', JSON.stringify({ ...manifest, reason: 'why not' })],
    ['has no database', JSON.stringify({ ...manifest, entries: [attachment] })],
    ['has two databases', JSON.stringify({ ...manifest, entries: [database, database] })],
    ['has the database last', JSON.stringify({ ...manifest, entries: [attachment, database] })],
    ['names an attachment twice', JSON.stringify({ ...manifest, entries: [database, attachment, attachment] })],
    [
      'names an attachment by another digest',
      JSON.stringify({ ...manifest, entries: [database, { ...attachment, sha256: 'ef'.repeat(32) }] }),
    ],
    ['leads out of its folder', JSON.stringify({ ...manifest, entries: [database, { ...attachment, name: `attachments/../${sha256}` }] })],
    ['has a negative size', JSON.stringify({ ...manifest, entries: [{ ...database, size: -1 }] })],
  ])('that %s is damaged', (_name, text) => {
    expect(decodeManifest(text, 'F')).toMatchObject({
      problem: { code: 'backup/damaged', details: { path: 'F', reason: 'description-damaged' } },
    });
  });
});

it('has words for every kind of damage', () => {
  for (const reason of backupDamages) {
    const damaged = problem('backup/damaged', { path: 'F', reason, place: '' });
    expect(describeProblem(damaged, 'zh')).toContain(backupDamageWords[reason].zh);
    expect(describeProblem(damaged, 'en')).toContain(backupDamageWords[reason].en);
  }
});
