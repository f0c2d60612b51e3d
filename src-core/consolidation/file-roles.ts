/** What each received file is to its unit: whether it counts, and if not, why. */
import type { Problem } from '../lib/problem.ts';
import type { Gathering } from './consolidate.ts';
import type { ReceivedFile } from './received-file.ts';
import type { Source } from './source.ts';

/**
 * A file `counts`; it is the same as or older than the one that does; it contradicts another; it was `returned` by a
 * receipt, refused, `held`, `removed`; or it does not count for the reason of `problem` (`left-out`).
 */
export type FileRole =
  | { readonly kind: 'counts' | 'conflict' | 'returned' | 'refused' | 'held' | 'removed' | 'excluded' }
  | { readonly kind: 'duplicate' | 'superseded'; readonly by: string }
  | { readonly kind: 'left-out'; readonly problem: Problem };

export type RoledFile = { readonly file: ReceivedFile; readonly role: FileRole };

/** By digest of the file; `code` is the unit of the roster that it belongs to. */
export type Roles = ReadonlyMap<string, { readonly code: string; readonly role: FileRole }>;

export function rolesOf({ contributors, conflicts, returned, duplicates, superseded, excluded, refused }: Gathering): Roles {
  const roles = new Map<string, { code: string; role: FileRole }>();
  const put = ({ sourceDigest }: Source, code: string, role: FileRole) => void roles.set(sourceDigest, { code, role });
  for (const { of, code, source } of contributors) put(source, of?.code ?? code, { kind: 'counts' });
  for (const { of, code, source } of returned) put(source, of?.code ?? code, { kind: 'returned' });
  for (const { code, sources } of conflicts) for (const source of sources) put(source, code, { kind: 'conflict' });
  const codeOf = ({ sourceDigest, unit }: Source) => roles.get(sourceDigest)?.code ?? unit.code;
  for (const { source, by } of superseded) put(source, codeOf(by), { kind: 'superseded', by: by.sourceDigest });
  for (const { source, sameAs } of duplicates) put(source, codeOf(sameAs), { kind: 'duplicate', by: sameAs.sourceDigest });
  for (const { unit, source } of excluded) put(source, unit.code, { kind: 'excluded' });
  for (const { source, problem } of refused) put(source, source.unit.code, { kind: 'left-out', problem });
  return roles;
}

/** The role that a file has whatever the others are; null for one that takes part. */
export function plainRole({ standing, verdict }: ReceivedFile): FileRole | null {
  if (standing !== 'taken') return { kind: standing };
  return verdict === 'refused' ? { kind: 'refused' } : null;
}
