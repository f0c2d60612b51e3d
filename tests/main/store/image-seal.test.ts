import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examineImage } from '#main/store/examine-image.ts';
import { sealImage, unsealImage } from '#main/store/image-seal.ts';
import { newestVersion } from '#main/store/migrate.ts';
import { initial } from '#main/store/migrations/0001-initial.ts';
import { migrations } from '#main/store/migrations/all.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { contentsOf, engine, entry, expectOk, fileIn, open, sampleFiling, withValue } from './workspace-fixture.ts';

const sealBytes = 40;

async function fill(folder: string): Promise<Uint8Array> {
  const workspace = open(folder);
  for (const code of ['469001', '469002']) expectOk(await workspace.addFiling(withValue(sampleFiling(code), 7), entry));
  await workspace.close();
  return new Uint8Array(readFileSync(fileIn(folder)));
}

const judge = (bytes: Uint8Array) => {
  const verdict = examineImage(engine, bytes, newestVersion(migrations));
  if (verdict.kind === 'good') verdict.database.close();
  return verdict;
};

describe('the seal of a workspace file', () => {
  it('shows a bit that flips anywhere in the file', async () => {
    const bytes = await fill(makeTemporaryFolder());
    expect(judge(bytes)).toMatchObject({ kind: 'good' });
    const last = bytes.length - 1;
    // Every byte of the header and of the seal, and every region between them.
    for (let at = 0; at <= last; at += at < 100 || at > last - 100 ? 1 : 61) {
      const flipped = bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at & 7)));
      expect(judge(flipped).kind, `at byte ${at}`).toBe('damaged');
    }
  });

  it('shows a file that is cut off anywhere, longer than it was, or has a block from another time', async () => {
    const folder = makeTemporaryFolder();
    const older = await fill(folder);
    const workspace = open(folder);
    await workspace.updateFiling(workspace.listFilings()[0]!.id, { filing: withValue(sampleFiling('469001'), 8), pending: {} }, entry);
    const bytes = new Uint8Array(readFileSync(fileIn(folder)));
    for (let length = 0; length < bytes.length; length += 509) expect(judge(bytes.subarray(0, length)).kind).toBe('damaged');
    expect(judge(Buffer.concat([bytes, new Uint8Array(1)])).kind).toBe('damaged');
    for (let start = 0; start < bytes.length; start += 4096) {
      const mixed = Uint8Array.from(bytes);
      mixed.set(older.subarray(start, start + 4096), start);
      if (Buffer.compare(mixed, bytes) !== 0) expect(judge(mixed).kind, `the block at ${start}`).toBe('damaged');
    }
  });

  it('is asked for in every file but those of the first schema, which had none', async () => {
    const bytes = await fill(makeTemporaryFolder());
    expect(judge(bytes.subarray(0, -sealBytes))).toEqual({ kind: 'damaged', reason: 'the digest is missing' });
    const folder = makeTemporaryFolder();
    const first = engine.open();
    expectOk(
      first.transaction((writer) => {
        writer.script(`${initial} PRAGMA user_version = 1; PRAGMA application_id = 1312973167`);
        return { ok: true, value: null };
      }),
    );
    writeFileSync(fileIn(folder), first.unsealedImage());
    const workspace = open(folder);
    expect([workspace.opening.kind, contentsOf(workspace)]).toEqual(['opened', []]);
    expect(unsealImage(readFileSync(fileIn(folder))).kind).toBe('sealed');
  });

  it('of the second schema is believed and still sees every byte', () => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/workspaces/schema-2.sqlite')));
    expect(new TextDecoder('latin1').decode(bytes.subarray(-sealBytes, -32))).toBe('nbseal1\n');
    expect(judge(bytes)).toMatchObject({ kind: 'good', version: 2 });
    for (let at = 0; at < bytes.length; at += 97) expect(judge(bytes.with(at, (bytes[at] ?? 0) ^ 4)).kind).toBe('damaged');
  });

  it('can be made with other tools from what is said of it', async () => {
    const bytes = await fill(makeTemporaryFolder());
    const image = bytes.subarray(0, -sealBytes);
    const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const blocks = Array.from({ length: Math.ceil(image.length / 16_384) }, (_, each) =>
      sha256(image.subarray(each * 16_384, (each + 1) * 16_384)),
    );
    const length = Buffer.alloc(8);
    length.writeUInt32BE(image.length, 4);
    const mark = Buffer.from('nbseal2\n');
    expect(Buffer.concat([mark, sha256(mark, length, ...blocks)]).equals(bytes.subarray(-sealBytes))).toBe(true);
  });

  it('is no part of the database: SQLite reads a sealed file as it is', async () => {
    const bytes = await fill(makeTemporaryFolder());
    const database = engine.open(bytes);
    expect(database.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(database.rows('SELECT count(*) AS count FROM filing')).toEqual([{ count: 2 }]);
    const { length } = database.unsealedImage();
    expect(length).toBe(bytes.length - sealBytes);
  });

  it('fits images of any size, an empty one too', () => {
    for (const size of [0, 1, 4 * 1024 * 1024, 4 * 1024 * 1024 + 1]) {
      const image = new Uint8Array(size).fill(7);
      const unsealed = unsealImage(sealImage(image));
      expect(unsealed.kind === 'sealed' && Buffer.compare(unsealed.image, image) === 0).toBe(true);
    }
  });
});
