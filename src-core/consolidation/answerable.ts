/** Which received bundle of a unit is the one to answer. */
import type { ReceivedFile } from './received-file.ts';
import type { Subordinate } from './subordinates.ts';

/** The unit's newest bundle, whether it counts or was returned before; null where there is none. */
export function answerableOf({ files }: Subordinate): (ReceivedFile & { readonly revision: number }) | null {
  const bundleThat = (kind: 'counts' | 'returned') => files.find(({ file, role }) => role.kind === kind && file.kind === 'bundle')?.file;
  const found = bundleThat('returned') ?? bundleThat('counts');
  return found === undefined || found.revision === null ? null : { ...found, revision: found.revision };
}
