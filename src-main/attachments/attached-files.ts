/** The attachments that a filing names, with their bytes as the workspace keeps them. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { AttachedFile } from '#core/bundle/contents.ts';
import type { Attachment } from '#core/filing/attachment.ts';
import type { AttachmentFiles } from './attachment-files.ts';

/** attachment/not-intact { names } of all whose bytes are not what was attached, so that they are mended in one go. */
export function attachedFiles(files: AttachmentFiles, attachments: readonly Attachment[]): Outcome<readonly AttachedFile[]> {
  const attached: AttachedFile[] = [];
  const faulty: string[] = [];
  for (const { name, mediaType, digest } of attachments) {
    const bytes = files.read(digest);
    if (bytes.ok) attached.push({ name, mediaType, bytes: bytes.value });
    else faulty.push(name);
  }
  return faulty.length === 0 ? ok(attached) : fail(problem('attachment/not-intact', { names: faulty.join(', ') }));
}
