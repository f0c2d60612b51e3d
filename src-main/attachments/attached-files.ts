/** The attachments that a filing names, with their bytes as the workspace keeps them. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { AttachedFile } from '#core/bundle/contents.ts';
import type { Attachment } from '#core/filing/attachment.ts';
import type { AttachmentFiles } from './attachment-files.ts';

/** attachment/missing or attachment/damaged for the first whose bytes are not what was attached. */
export function attachedFiles(files: AttachmentFiles, attachments: readonly Attachment[]): Outcome<readonly AttachedFile[]> {
  const attached: AttachedFile[] = [];
  for (const { name, mediaType, digest } of attachments) {
    const bytes = files.read(digest);
    if (!bytes.ok) return bytes;
    attached.push({ name, mediaType, bytes: bytes.value });
  }
  return ok(attached);
}
