/** The attachments that a filing names, with their bytes as the workspace keeps them. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { AttachedFile } from '#core/bundle/contents.ts';
import type { Attachment } from '#core/filing/attachment.ts';
import type { AttachmentFiles } from './attachment-files.ts';

const mendedByHand: readonly string[] = ['attachment/missing', 'attachment/damaged'];

/**
 * attachment/not-intact { names } of all whose bytes are not what was attached, so that they are mended in one go; a file that
 * cannot be read just now (file/locked, file/not-readable) is said to be that, as its bytes may be whole.
 */
export function attachedFiles(files: AttachmentFiles, attachments: readonly Attachment[]): Outcome<readonly AttachedFile[]> {
  const attached: AttachedFile[] = [];
  const faulty: string[] = [];
  for (const { name, mediaType, digest } of attachments) {
    const bytes = files.read(digest);
    if (bytes.ok) attached.push({ name, mediaType, bytes: bytes.value });
    else if (mendedByHand.includes(bytes.problem.code)) faulty.push(name);
    else return bytes;
  }
  return faulty.length === 0 ? ok(attached) : fail(problem('attachment/not-intact', { names: faulty.join(', ') }));
}
