import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attachmentLimitBytes } from '#core/filing/attachment.ts';
import { openAttachmentFiles } from '#main/attachments/attachment-files.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { sha256Hex } from '#main/signing/digest.ts';
import { createFailingFileSystem } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

const scan = new TextEncoder().encode('a scanned page\n'.repeat(10_000));
const digest = sha256Hex(scan);

describe('the files of attachments', () => {
  test('give back what was kept, under its digest, once', () => {
    const folder = makeTemporaryFolder();
    const files = openAttachmentFiles(nodeFileSystem, folder);
    expect(files.keep(scan)).toEqual({ ok: true, value: digest });
    expect(files.keep(scan)).toEqual({ ok: true, value: digest });
    expect(readdirSync(join(folder, 'attachments'))).toEqual([digest]);
    const read = files.read(digest);
    expect(read.ok && sha256Hex(read.value)).toBe(digest);
  });

  test('refuse to read a file in which one bit has turned, and mend it when the same bytes are kept again', () => {
    const folder = makeTemporaryFolder();
    const files = openAttachmentFiles(nodeFileSystem, folder);
    files.keep(scan);
    const path = files.pathOf(digest);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(77) ^ 4, 77);
    writeFileSync(path, bytes);
    expect(files.read(digest)).toEqual({ ok: false, problem: { code: 'attachment/damaged', details: { digest, path } } });
    expect(files.keep(scan).ok).toBe(true);
    expect(files.read(digest).ok).toBe(true);
  });

  test('name a file that is gone', () => {
    const files = openAttachmentFiles(nodeFileSystem, makeTemporaryFolder());
    expect(files.read(digest)).toEqual({ ok: false, problem: { code: 'attachment/missing', details: { digest } } });
  });

  test('refuse what is larger than an attachment may be', () => {
    const kept = openAttachmentFiles(nodeFileSystem, makeTemporaryFolder()).keep(new Uint8Array(attachmentLimitBytes + 1));
    expect(kept.ok ? null : kept.problem.code).toBe('attachment/too-large');
  });

  test.each(['ENOSPC', 'EIO', 'EBUSY', 'EPERM', 'EROFS'])('%s at any call leaves the whole file or none', (errno) => {
    const counting = createFailingFileSystem();
    counting.arm(null);
    openAttachmentFiles(counting.fs, makeTemporaryFolder()).keep(scan);
    const calls = counting.calls().length;
    expect(calls).toBeGreaterThan(5);
    for (let at = 0; at < calls; at += 1) {
      const folder = makeTemporaryFolder();
      const failing = createFailingFileSystem();
      failing.arm({ errno, at, forGood: true });
      const kept = openAttachmentFiles(failing.fs, folder).keep(scan);
      const after = openAttachmentFiles(nodeFileSystem, folder).read(digest);
      if (kept.ok) expect(after.ok).toBe(true);
      else expect(after.ok || after.problem.code === 'attachment/missing', `call ${String(at)}`).toBe(true);
    }
  });
});
