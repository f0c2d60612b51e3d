/** Replaces the certificate of a key by the one that a superior issued for it. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { isCa, publicKeyOf, x509Of, type Certificate } from './certificate.ts';
import { isSameKey } from './keys.ts';
import type { OpenedKey } from './pkcs12-bags.ts';

/**
 * The key with the certificate among `offered` that is for it, and the others as its chain. The unit stays the same: a
 * certificate for another one is none for this key (certificate/not-for-key).
 */
export function takeCertificate(key: OpenedKey, offered: readonly Certificate[], file: string): Outcome<OpenedKey> {
  const { unitCode } = key.certificate;
  const own = offered.find((each) => {
    const x509 = x509Of(each);
    return each.unitCode === unitCode && !isCa(x509) && isSameKey(publicKeyOf(x509), key.privateKey.publicKey);
  });
  if (own === undefined) return fail(problem('certificate/not-for-key', { file, unitCode }));
  // A superior keeps its own CA certificate; the unit's former one goes, or there would be two for one key.
  const chain = [...offered.filter((each) => each !== own), ...key.chain];
  const different = chain.filter((each, index) => chain.findIndex(({ fingerprint }) => fingerprint === each.fingerprint) === index);
  return ok({ privateKey: key.privateKey, certificate: own, chain: different.filter((each) => isCa(x509Of(each))) });
}
