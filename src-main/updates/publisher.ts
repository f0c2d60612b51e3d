/** Who may publish new versions: the certificates or fingerprints that were shipped with this one (`resources/publisher`). */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { readTrust, type TrustStore } from '../signing/trust-store.ts';

/** update/no-publisher where none came with this build: then nothing can be verified, and nothing is installed. */
export async function readPublisher(folder: string): Promise<Outcome<TrustStore>> {
  const trust = await readTrust([folder]);
  if (!trust.ok && trust.problem.code !== 'file/not-found') return trust;
  const isThere = trust.ok && trust.value.trusted.length + trust.value.pins.length > 0;
  return isThere ? ok(trust.value) : fail(problem('update/no-publisher'));
}
