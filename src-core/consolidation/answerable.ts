/** Which received bundle of a unit is the one to answer. */
import type { ReceivedFile } from './received-file.ts';
import type { Subordinate } from './subordinates.ts';

/** The bundle that counts for the unit; null where none does. */
export function answerableOf({ files }: Subordinate): (ReceivedFile & { readonly revision: number }) | null {
  const found = files.find(({ file, role }) => role.kind === 'counts' && file.kind === 'bundle')?.file;
  return found === undefined || found.revision === null ? null : { ...found, revision: found.revision };
}
