/** The bytes of attachments, by digest. Nothing is ever removed: an undone removal must find its file. */
import { join } from 'node:path';
import { problem } from '#core/lib/problem.ts';
import { attachmentLimitBytes } from '#core/filing/attachment.ts';
import type { FileSystem } from '../files/file-system.ts';
import { openKeptFiles, type KeptFiles } from './kept-files.ts';

export const attachmentsFolderName = 'attachments';

/** attachment/missing, attachment/damaged and attachment/too-large { size, limit }. */
export type AttachmentFiles = KeptFiles;

/** `workspace` is the folder of the workspace. */
export function openAttachmentFiles(fs: FileSystem, workspace: string): AttachmentFiles {
  return openKeptFiles(fs, {
    folder: join(workspace, attachmentsFolderName),
    limitBytes: attachmentLimitBytes,
    missing: 'attachment/missing',
    damaged: 'attachment/damaged',
    tooLarge: (size) => problem('attachment/too-large', { name: '', size, limit: attachmentLimitBytes }),
  });
}
