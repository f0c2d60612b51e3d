/** Files that go along with a report: taken in, taken out; each is one step of undo. */
import { dirname } from 'node:path';
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { withAttachment, withoutAttachment, type Attachment } from '#core/filing/attachment.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { openAttachmentFiles } from '../attachments/attachment-files.ts';
import { attachmentOf, readAttachments } from '../attachments/read-attachments.ts';
import { changeFiling, keepingPending, type Desk } from '../filings/change-filing.ts';
import { nodeFileSystem, type FileSystem } from '../files/file-system.ts';

/** All of the files or none: their bytes are on disk, verified, before the report names them. `fs` is where they are kept. */
export async function attachFiles(
  desk: Desk,
  id: string,
  paths: readonly string[],
  fs: FileSystem = nodeFileSystem,
): Promise<Outcome<SaveState>> {
  const read = readAttachments(paths);
  if (!read.ok) return read;
  const files = openAttachmentFiles(fs, dirname(desk.workspace.path));
  for (const { bytes } of read.value) {
    const kept = files.keep(bytes);
    if (!kept.ok) return kept;
  }
  return changeFiling(desk, {
    id,
    action: 'filing/attach',
    work: (stored) => {
      let attachments: readonly Attachment[] = stored.filing.attachments;
      for (const file of read.value) {
        const next = withAttachment(attachments, attachmentOf(file));
        if (!next.ok) return next;
        attachments = next.value;
      }
      return keepingPending(stored, { ...stored.filing, attachments });
    },
  });
}

/** The bytes stay on disk, so that the step can be undone. */
export function removeAttachment(desk: Desk, id: string, name: string): Promise<Outcome<SaveState>> {
  return changeFiling(desk, {
    id,
    action: 'filing/detach',
    work: (stored) => {
      if (!stored.filing.attachments.some((each) => each.name === name)) return fail(problem('filing/not-found', { id: name }));
      return keepingPending(stored, { ...stored.filing, attachments: withoutAttachment(stored.filing.attachments, name) });
    },
  });
}
