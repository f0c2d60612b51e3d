/** The bytes of attachments, each in a file named after its digest: the same scan is kept once, and a changed byte shows. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { attachmentLimitBytes } from '#core/filing/attachment.ts';
import { describeWriteFailure, writeAtomically } from '../files/atomic-write.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { sha256Hex } from '../signing/digest.ts';

export const attachmentsFolderName = 'attachments';

export type AttachmentFiles = {
  /**
   * Keeps the bytes and returns their digest. Bytes that are kept already, whole, are not written again.
   *
   * @returns attachment/too-large { size, limit }, or what stood in the way of writing.
   */
  readonly keep: (bytes: Uint8Array) => Outcome<string>;
  /** The bytes of a digest, verified; attachment/missing { digest } or attachment/damaged { digest, path }. */
  readonly read: (digest: string) => Outcome<Uint8Array>;
  /** The file that holds a digest's bytes. */
  readonly pathOf: (digest: string) => string;
};

/** `workspace` is the folder of the workspace. Nothing is ever removed: an undone removal must find its file. */
export function openAttachmentFiles(fs: FileSystem, workspace: string): AttachmentFiles {
  const folder = join(workspace, attachmentsFolderName);
  const pathOf = (digest: string) => join(folder, digest);

  const read = (digest: string): Outcome<Uint8Array> => {
    const bytes = readBytes(fs, pathOf(digest), attachmentLimitBytes);
    if (!bytes.ok) return bytes.problem.code === 'file/not-found' ? fail(problem('attachment/missing', { digest })) : bytes;
    return sha256Hex(bytes.value) === digest ? bytes : fail(problem('attachment/damaged', { digest, path: pathOf(digest) }));
  };

  const keep = (bytes: Uint8Array): Outcome<string> => {
    if (bytes.length > attachmentLimitBytes) {
      return fail(problem('attachment/too-large', { name: '', size: bytes.length, limit: attachmentLimitBytes }));
    }
    const digest = sha256Hex(bytes);
    if (read(digest).ok) return ok(digest);
    try {
      fs.makeFolder(folder);
    } catch (error) {
      return fail(describeWriteFailure(error, folder));
    }
    const written = writeAtomically(fs, pathOf(digest), bytes, 'owner');
    return written.ok ? ok(digest) : written;
  };
  return { keep, read, pathOf };
}
