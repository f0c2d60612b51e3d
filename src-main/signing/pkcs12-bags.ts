/** What the safes of a PKCS#12 file hold: one private key, its certificate, and perhaps those of the issuers. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { OctetString } from 'asn1js';
import { CertBag, PKCS8ShroudedKeyBag, type SafeBag } from 'pkijs';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { decodeCertificate, parseX509, publicKeyOf, type Certificate } from './certificate.ts';
import * as oid from './oids.ts';
import { utf8Passphrase } from './passphrase.ts';
import { unsupportedIn } from './pbes2.ts';
import { schemeOf } from './signature-scheme.ts';

/** A key ready to sign: it never leaves the main process. */
export type OpenedKey = {
  readonly privateKey: KeyObject;
  readonly certificate: Certificate;
  /** The other certificates of the file, for the signature to carry. */
  readonly chain: readonly Certificate[];
};

/** The one key of the bags with its certificate, found by its public key. */
export function openBags(bags: readonly SafeBag[], passphrase: string): Outcome<OpenedKey> {
  if (bags.some((each) => each.bagId === oid.keyBag)) return unsupported('its key is not encrypted');
  const shrouded = bags.flatMap(({ bagValue }) => (bagValue instanceof PKCS8ShroudedKeyBag ? [bagValue] : []));
  const [first, ...more] = shrouded;
  if (first === undefined) return malformed('no private key');
  if (more.length > 0) return unsupported('several private keys');
  const privateKey = openKey(first, passphrase);
  if (!privateKey.ok) return privateKey;
  const certificates = bags.flatMap(({ bagValue }) => {
    if (!(bagValue instanceof CertBag) || !(bagValue.certValue instanceof OctetString)) return [];
    return decodeCertificate(new Uint8Array(bagValue.certValue.getValue())) ?? [];
  });
  const own = certificates.find((each) => isCertificateOf(each, privateKey.value));
  if (own === undefined) return malformed('no certificate for its key');
  return ok({ privateKey: privateKey.value, certificate: own, chain: certificates.filter((each) => each !== own) });
}

function openKey(bag: PKCS8ShroudedKeyBag, passphrase: string): Outcome<KeyObject> {
  const reason = unsupportedIn(bag.encryptionAlgorithm);
  if (reason !== null) return unsupported(reason);
  try {
    const encrypted = Buffer.from(bag.toSchema().toBER());
    const key = createPrivateKey({ key: encrypted, format: 'der', type: 'pkcs8', passphrase: Buffer.from(utf8Passphrase(passphrase)) });
    return schemeOf(key) === null ? unsupported(`a key of the type ${String(key.asymmetricKeyType)}`) : ok(key);
  } catch {
    // The MAC was right: the file has one passphrase for it and another for the key, or a key of an unknown kind.
    return fail(problem('key/wrong-passphrase'));
  }
}

function isCertificateOf(certificate: Certificate, privateKey: KeyObject): boolean {
  return publicKeyOf(parseX509(certificate.der))?.equals(createPublicKey(privateKey)) === true;
}

function malformed(reason: string) {
  return fail(problem('key/malformed', { reason }));
}

function unsupported(reason: string) {
  return fail(problem('key/unsupported', { reason }));
}
