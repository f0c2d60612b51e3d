/** Writes a received file, as it came, to where the user wants it. */
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { openReceivedFiles } from '../attachments/received-files.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import type { Workspace } from '../store/workspace.ts';

/** Returns the path. A file that has the name stays: the new one gets a number. received/missing, received/damaged, file/… */
export function saveReceived(workspace: Workspace, digest: string, folder: string): Outcome<string> {
  const file = workspace.reception.file(digest);
  if (file === null) return fail(problem('received/missing', { digest }));
  const bytes = openReceivedFiles(nodeFileSystem, dirname(workspace.path)).read(digest);
  if (!bytes.ok) return bytes;
  const ending = extname(file.fileName);
  const stem = file.fileName.slice(0, file.fileName.length - ending.length);
  let path = join(folder, file.fileName);
  for (let number = 2; existsSync(path); number += 1) path = join(folder, `${stem} (${String(number)})${ending}`);
  const written = writeAtomically(nodeFileSystem, path, bytes.value);
  return written.ok ? ok(path) : written;
}
