import { readFileSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTemporaryName } from '#main/files/atomic-write.ts';
import { nodeFileSystem, type FileSystem } from '#main/files/file-system.ts';
import { createPreparedWriter, type Revision } from '#main/files/prepared-write.ts';
import { createFailingFileSystem, errnoError, withCalls } from './failing-file-system.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const first = bytes('0123456789');
const second = bytes('01x34567yz!');
const changed: Revision = {
  file: second,
  changes: [
    { start: 2, end: 3 },
    { start: 8, end: 11 },
  ],
};

/** A writer that has written `first` and made ready for what follows. */
async function begin(fs: FileSystem = nodeFileSystem) {
  const folder = makeTemporaryFolder();
  const path = join(folder, '年报 一.sqlite');
  const writer = createPreparedWriter(fs.async, path);
  expect((await writer.write(() => ({ file: first, changes: null }))).ok).toBe(true);
  await writer.prepare(first);
  const ahead = () => readdirSync(folder).filter(isTemporaryName);
  return { folder, path, writer, ahead, text: () => readFileSync(path, 'utf8') };
}

describe('a prepared write', () => {
  it('puts what has changed in its place, and then is an atomic write like any other', async () => {
    const { fs, calls, arm } = createFailingFileSystem(2);
    const { writer, text, ahead } = await begin(fs);
    expect([text(), ahead().length]).toEqual(['0123456789', 1]);
    arm(null);
    expect((await writer.write(() => changed)).ok).toBe(true);
    expect([text(), ahead()]).toEqual(['01x34567yz!', []]);
    expect(calls()).toEqual(['trace', 'openToChange', 'writeAt', 'writeAt', 'writeAt', 'sync', 'close', 'rename', 'syncFolder']);
  });

  it('is one of the whole file where nobody knows what changed, or nothing was prepared', async () => {
    const { writer, text, ahead } = await begin();
    expect((await writer.write(() => ({ file: bytes('new'), changes: null }))).ok).toBe(true);
    expect([text(), ahead()]).toEqual(['new', []]);
    expect((await writer.write(() => changed)).ok).toBe(true);
    expect([text(), ahead()]).toEqual(['01x34567yz!', []]);
  });

  it.each([
    ['removed', (path: string) => rmSync(path)],
    ['cut off', (path: string) => truncateSync(path, 4)],
    ['written over', (path: string) => writeFileSync(path, 'abcdefghij')],
    ['touched', (path: string) => utimesSync(path, 1, 1)],
  ])('does not trust what it prepared when that was %s', async (_, spoil) => {
    const { folder, writer, text, ahead } = await begin();
    spoil(join(folder, ahead()[0]!));
    expect((await writer.write(() => changed)).ok).toBe(true);
    expect([text(), ahead()]).toEqual(['01x34567yz!', []]);
  });

  it('finds room on a disk that has become full meanwhile', async () => {
    let isFull = false;
    const full = <T>(work: () => T): T => {
      if (isFull) throw errnoError('ENOSPC');
      return work();
    };
    const { openNew, write } = nodeFileSystem;
    const fs = withCalls({ openNew: (...each) => full(() => openNew(...each)), write: (...each) => full(() => write(...each)) });
    const { writer, text, ahead } = await begin(fs);
    isFull = true;
    expect((await writer.write(() => changed)).ok).toBe(true);
    await writer.prepare(second);
    expect([text(), ahead()]).toEqual(['01x34567yz!', []]);
    expect(await writer.write(() => changed)).toMatchObject({ problem: { code: 'file/disk-full' } });
    expect(text()).toBe('01x34567yz!');
  });

  it.each(['ENOSPC', 'EIO', 'EBUSY', 'EPERM', 'EROFS'])('is made in spite of one %s, and leaves nothing else behind', async (errno) => {
    const disk = createFailingFileSystem(2);
    const calm = await begin(disk.fs);
    disk.arm(null);
    await calm.writer.write(() => changed);
    await calm.writer.prepare(second);
    const count = disk.calls().length;
    for (let at = 0; at < count; at += 1) {
      const { writer, text, folder } = await begin(disk.fs);
      disk.arm({ errno, at });
      expect((await writer.write(() => changed)).ok, String(at)).toBe(true);
      await writer.prepare(second);
      disk.arm(null);
      await writer.discard();
      expect([text(), readdirSync(folder)]).toEqual(['01x34567yz!', ['年报 一.sqlite']]);
    }
  });

  it.each(['ENOSPC', 'EIO'])(
    'on a disk that stays broken (%s) leaves the old file or the new one, and says which was meant',
    async (errno) => {
      const disk = createFailingFileSystem(2);
      for (let at = 0; at < 9; at += 1) {
        const { writer, text } = await begin(disk.fs);
        disk.arm({ errno, at, forGood: true });
        const written = await writer.write(() => changed);
        disk.arm(null);
        expect(written.ok).toBe(false);
        expect(['0123456789', '01x34567yz!']).toContain(text());
      }
    },
  );

  it('makes the file that is asked for, whatever is changed how often', async () => {
    const revisions = fc.array(fc.record({ at: fc.nat(40), value: fc.nat(255), grow: fc.nat(3), isPrepared: fc.boolean() }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(revisions, async (steps) => {
        const { writer, path } = await begin();
        let file = Uint8Array.from(first);
        for (const { at, value, grow, isPrepared } of steps) {
          const start = at % file.length;
          const next = new Uint8Array(file.length + grow);
          next.set(file);
          next[start] = value;
          const changes = [
            { start, end: start + 1 },
            { start: file.length, end: next.length },
          ];
          file = next;
          expect((await writer.write(() => ({ file: next, changes }))).ok).toBe(true);
          expect(Buffer.compare(readFileSync(path), file)).toBe(0);
          if (isPrepared) await writer.prepare(file);
        }
        await writer.discard();
      }),
      { numRuns: 50 },
    );
  });
});
