/** Files that are to go along with a filing, read from where the user has them. */
import { basename } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { AttachedFile } from '#core/bundle/contents.ts';
import { attachmentLimitBytes, attachmentName, mediaTypeOf, withAttachment, type Attachment } from '#core/filing/attachment.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { sha256Hex } from '../signing/digest.ts';

/** One file under the name it can have in a bundle; attachment/bad-name, attachment/too-large, or why it cannot be read. */
export function readAttachment(path: string): Outcome<AttachedFile> {
  const name = attachmentName(basename(path));
  if (name === null) return fail(problem('attachment/bad-name', { name: basename(path) }));
  const bytes = readBytes(nodeFileSystem, path, attachmentLimitBytes);
  if (bytes.ok) return ok({ name, mediaType: mediaTypeOf(name), bytes: bytes.value });
  const { code, details } = bytes.problem;
  if (code !== 'file/too-large') return bytes;
  return fail(problem('attachment/too-large', { name, size: details['size'] ?? 0, limit: attachmentLimitBytes }));
}

export function attachmentOf({ name, mediaType, bytes }: AttachedFile): Attachment {
  return { name, mediaType, digest: sha256Hex(bytes), size: bytes.length };
}

/** All files together, within the limits of one filing; two of one name are refused rather than one of them dropped. */
export function readAttachments(paths: readonly string[]): Outcome<readonly AttachedFile[]> {
  const files: AttachedFile[] = [];
  let known: readonly Attachment[] = [];
  for (const path of paths) {
    const file = readAttachment(path);
    if (!file.ok) return file;
    const next = withAttachment(known, attachmentOf(file.value));
    if (!next.ok) return next;
    if (next.value.length === known.length) return fail(problem('attachment/bad-name', { name: file.value.name }));
    known = next.value;
    files.push(file.value);
  }
  return ok(files);
}
