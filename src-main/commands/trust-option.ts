/** `--trust`: files and folders with certificates, fingerprints and revocation lists. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Reason } from '#core/bundle/verdict.ts';
import { readTrust, type TrustStore } from '../signing/trust-store.ts';
import type { Arguments, ExitStatus } from './command.ts';

export const trustOption = { trust: { type: 'string', multiple: true } } as const;
export const trustUsage = '[--trust CERTS|DIR]…';

/** Those of `readTrust`. */
export function trustOf(args: Arguments): Promise<Outcome<TrustStore>> {
  return readTrust(args.list('trust'));
}

/** What is no container at all is unreadable input; one that only fails our rules has blocking findings. */
export function statusOfReasons(reasons: readonly Reason[]): ExitStatus {
  if (reasons.length === 0) return 0;
  if (reasons.every((each) => each.code === 'container/not-a-zip')) return 2;
  return reasons.every((each) => each.code === 'revalidation/blocking') ? 1 : 3;
}

/** A failed check outweighs unreadable input, which outweighs findings. */
export function graver(a: ExitStatus, b: ExitStatus): ExitStatus {
  return a > b ? a : b;
}
