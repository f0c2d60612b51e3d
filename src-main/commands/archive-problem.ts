/** Archives that a command is given instead of the files in them: said by name, with what is inside. */
import { extname } from 'node:path';
import type { Problem } from '#core/lib/problem.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { archiveExtensions, type ListedFile } from '../reception/list-files.ts';
import { refuseArchive } from '../reception/refuse-archive.ts';

/** Null for what is no archive, and for what cannot be read: whoever reads it says so. */
export async function archiveProblem({ path, isNamed }: ListedFile): Promise<Problem | null> {
  if (!archiveExtensions.includes(extname(path).toLowerCase())) return null;
  const bytes = readBytes(nodeFileSystem, path, bundleLimitBytes);
  const refused = bytes.ok ? await refuseArchive({ path, isNamed }, bytes.value) : null;
  return refused?.kind === 'refused' ? refused.problem : null;
}
