/** Whether a key may sign now: its certificate's time and purpose. */
import { problem, type Problem } from '#core/lib/problem.ts';
import type { Certificate } from './certificate.ts';
import { isForSigning } from './check-certificate.ts';

/** key/unsupported, key/not-yet-valid, key/expired; null when it may. The computer's clock may be what is wrong. */
export function problemWithTime(certificate: Certificate, at: Date): Problem | null {
  if (!isForSigning(certificate)) return problem('key/unsupported', { reason: 'its certificate is not for signing' });
  const { unitName: unit, notBefore, notAfter } = certificate;
  if (at < new Date(notBefore)) return problem('key/not-yet-valid', { unit, notBefore, now: at.toISOString() });
  return at > new Date(notAfter) ? problem('key/expired', { unit, notAfter, now: at.toISOString() }) : null;
}
