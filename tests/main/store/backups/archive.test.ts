import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '#core/lib/outcome.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { withArchive } from '#main/store/backups/archive-read.ts';
import { writeArchive, type ArchiveMember } from '#main/store/backups/archive-write.ts';
import { createFailingFileSystem, withCall } from '../../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../../files/temporary-folder.ts';
import { expectOk } from '../workspace-fixture.ts';
import { sha256 } from './backup-fixture.ts';

type Member = { readonly name: string; readonly bytes: Uint8Array };

const text = (content: string) => new TextEncoder().encode(content);
const first: Member = { name: 'nianbao.sqlite', bytes: text('the database') };
const members: readonly Member[] = [first, { name: 'attachments/empty', bytes: text('') }, { name: 'backup.json', bytes: text('{}') }];

/** Each in two parts. */
const inParts = (given: readonly Member[]): readonly ArchiveMember[] =>
  given.map(({ name, bytes }) => ({ name, chunks: () => [bytes.subarray(0, 3), bytes.subarray(3)] }));

function write(path: string, given: readonly Member[] = members) {
  return expectOk(writeArchive(nodeFileSystem, path, inParts(given)));
}

function read(path: string) {
  return withArchive(nodeFileSystem, path, (archive) => {
    const contents: [string, string][] = [];
    const digest = archive.readAll(({ name }, bytes) => contents.push([name, Buffer.from(bytes).toString('utf8')]));
    return digest.ok ? ok({ contents, digest: digest.value }) : digest;
  });
}

const backupPath = () => join(makeTemporaryFolder(), '备份.nianbao-backup');

describe('the container of a backup', () => {
  it('gives back what was put in, in its order, with the digest of the file', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 });
    fc.assert(
      fc.property(entries, (contents) => {
        const path = backupPath();
        const given = [first, ...contents.map((bytes, index) => ({ name: `attachments/${String(index)}`, bytes }))];
        const written = write(path, given);
        const bytes = readFileSync(path);
        expect(written).toEqual({ size: bytes.length, sha256: sha256(bytes) });
        const taken: Member[] = [];
        const digest = withArchive(nodeFileSystem, path, (archive) =>
          archive.readAll(({ name }, each) => taken.push({ name, bytes: new Uint8Array(each) })),
        );
        expect(taken).toEqual(given.map((each) => ({ ...each, bytes: new Uint8Array(each.bytes) })));
        expect(digest).toEqual({ ok: true, value: written.sha256 });
      }),
      { numRuns: 30 },
    );
  });

  it('is a ZIP that other programs unpack', ({ skip }) => {
    const path = backupPath();
    write(path);
    const folder = join(path, '../unpacked');
    mkdirSync(folder);
    try {
      execFileSync('python3', ['-m', 'zipfile', '-e', path, folder], { stdio: 'pipe' });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') skip();
      throw error;
    }
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['attachments', 'attachments/empty', 'backup.json', 'nianbao.sqlite']);
    expect(readFileSync(join(folder, 'nianbao.sqlite'), 'utf8')).toBe('the database');
  });

  it('is the same file whenever it is written', () => {
    const [one, other] = [backupPath(), backupPath()];
    expect(write(one)).toEqual(write(other));
  });

  it('is read and written where the system takes and gives a few bytes at a time', () => {
    const path = backupPath();
    const { fs } = createFailingFileSystem(3);
    expectOk(writeArchive(fs, path, inParts(members)));
    const short = withCall('readAt', (descriptor, offset, length) => nodeFileSystem.readAt(descriptor, offset, Math.min(length, 7)));
    expect(withArchive(short, path, (archive) => archive.readAll(() => undefined)).ok).toBe(true);
  });

  it('refuses to grow beyond what a ZIP can hold, and leaves nothing', () => {
    const path = backupPath();
    const many = Array.from({ length: 65_535 }, (_, index) => ({ name: `attachments/${String(index)}`, bytes: text('') }));
    expect(writeArchive(nodeFileSystem, path, inParts([first, ...many]))).toMatchObject({
      problem: { code: 'backup/too-large', details: { path } },
    });
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });
});

describe('a container that is not as it was written', () => {
  it('is refused for every bit that flips', () => {
    const path = backupPath();
    write(path);
    const whole = readFileSync(path);
    const accepted: number[] = [];
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const at = bit >> 3;
      writeFileSync(path, whole.with(at, whole[at]! ^ (1 << (bit & 7))));
      const outcome = read(path);
      if (outcome.ok) accepted.push(bit);
      else expect(outcome.problem.code).toBe('backup/damaged');
    }
    expect(accepted).toEqual([]);
  });

  it('is refused wherever it is cut off', () => {
    const path = backupPath();
    write(path);
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length));
      expect(read(path)).toMatchObject({ problem: { code: 'backup/damaged' } });
    }
  });

  it.each([
    ['empty', () => '', 'file-empty'],
    ['overwritten with zeros', (whole: Buffer) => Buffer.alloc(whole.length), 'file-zeros'],
    ['cut off', (whole: Buffer) => whole.subarray(0, -1), 'file-cut-off'],
    ['zeros from its middle on', (whole: Buffer) => Buffer.alloc(whole.length).fill(whole.subarray(0, 80), 0, 80), 'file-cut-off'],
    ['longer by a byte', (whole: Buffer) => Buffer.concat([whole, Buffer.alloc(1)]), 'file-cut-off'],
    ['changed in its contents', (whole: Buffer) => whole.with(50, whole[50]! ^ 1), 'bytes-changed'],
    ['changed in its directory', (whole: Buffer) => whole.with(whole.length - 40, 255), 'bytes-changed'],
  ] as const)('is said to be %s', (_name, spoil, reason) => {
    const path = backupPath();
    write(path);
    writeFileSync(path, spoil(readFileSync(path)));
    expect(read(path)).toMatchObject({ problem: { code: 'backup/damaged', details: { path, reason } } });
  });

  it('is no backup at all when another program made it, by its name', () => {
    const path = join(makeTemporaryFolder(), '照片.zip');
    write(path, [{ name: 'photo.jpg', bytes: text('x') }]);
    expect(read(path)).toEqual({ ok: false, problem: { code: 'backup/not-a-backup', details: { path } } });
  });

  it('is said to be missing, or no file', () => {
    const folder = makeTemporaryFolder();
    expect(read(join(folder, 'none'))).toMatchObject({ problem: { code: 'file/not-found' } });
    expect(read(folder)).toMatchObject({ problem: { code: 'file/not-readable', details: { reason: 'EISDIR' } } });
  });
});
