import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { readBytes, readText } from '#main/files/read-file.ts';
import { errnoError, withCall } from './failing-file-system.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

function fileOf(content: string | readonly number[]): string {
  const path = join(makeTemporaryFolder(), 'a');
  writeFileSync(path, typeof content === 'string' ? content : Uint8Array.from(content));
  return path;
}

describe('reading a file', () => {
  it('gives its bytes', () => {
    const read = readBytes(nodeFileSystem, fileOf([0, 1, 255]), 3);
    expect(read.ok && [...read.value]).toEqual([0, 1, 255]);
  });

  it('says that there is none', () => {
    const path = join(makeTemporaryFolder(), 'none');
    expect(readBytes(nodeFileSystem, path, 10)).toEqual({ ok: false, problem: { code: 'file/not-found', details: { path } } });
    const within = join(fileOf('x'), 'none');
    expect(readBytes(nodeFileSystem, within, 10)).toMatchObject({ problem: { code: 'file/not-found' } });
  });

  it('does not read a folder', () => {
    const path = makeTemporaryFolder();
    expect(readBytes(nodeFileSystem, path, 10)).toMatchObject({
      problem: { code: 'file/not-readable', details: { path, reason: 'EISDIR' } },
    });
  });

  it('refuses one above the limit before reading it', () => {
    const path = fileOf('');
    truncateSync(path, 1_000_000_000);
    const fs = withCall('read', () => {
      throw new Error('it was read');
    });
    expect(readBytes(fs, path, 100)).toEqual({
      ok: false,
      problem: { code: 'file/too-large', details: { path, size: 1_000_000_000, limit: 100 } },
    });
  });

  it('refuses one that grew above the limit while it was read', () => {
    const fs = withCall('stat', () => ({ isFile: true, size: 1 }));
    expect(readBytes(fs, fileOf('much more'), 3)).toMatchObject({ problem: { code: 'file/too-large', details: { size: 9 } } });
  });

  it.each([
    ['EIO', 'file/not-readable'],
    ['EACCES', 'file/not-readable'],
    ['EBUSY', 'file/locked'],
  ])('reports %s as %s', (errno, code) => {
    const fs = withCall('read', () => {
      throw errnoError(errno);
    });
    expect(readBytes(fs, fileOf('x'), 10)).toMatchObject({ problem: { code, details: { reason: errno } } });
  });
});

describe('reading text', () => {
  it('drops a byte order mark, and only one', () => {
    expect(readText(nodeFileSystem, fileOf('\uFEFF\uFEFF年报'), 100)).toEqual({ ok: true, value: '\uFEFF年报' });
    expect(readText(nodeFileSystem, fileOf('年报'), 100)).toEqual({ ok: true, value: '年报' });
  });

  it('keeps U+FFFD that is really there', () => {
    expect(readText(nodeFileSystem, fileOf('a\uFFFDb'), 100)).toEqual({ ok: true, value: 'a\uFFFDb' });
  });

  it.each([
    ['GBK text', [0x61, 0xc4, 0xea, 0xb1, 0xa8], 1],
    ['an overlong form', [0x61, 0x62, 0xc0, 0x80], 2],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], 0],
    ['a character that is cut off at the end', [0x61, 0xe5, 0xb9], 1],
    ['wrong bytes after a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], 4],
    ['U+FFFD that is cut off', [0x61, 0xef, 0xbf], 3],
  ])('names the first wrong byte of %s', (_name, bytes, offset) => {
    const path = fileOf(bytes);
    expect(readText(nodeFileSystem, path, 100)).toEqual({ ok: false, problem: { code: 'file/not-utf8', details: { path, offset } } });
  });
});
