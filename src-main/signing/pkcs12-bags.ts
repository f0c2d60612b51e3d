/** What the safes of a PKCS#12 file hold: one private key, its certificate, and perhaps those of the issuers. */
import { OctetString } from 'asn1js';
import { CertBag, EncryptedContentInfo, EncryptedData, PKCS8ShroudedKeyBag, type SafeBag } from 'pkijs';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { decodeCertificate, isCa, parseX509, publicKeyOf, type Certificate } from './certificate.ts';
import { engine } from './engine.ts';
import { isSameKey, openPrivateKey, type PrivateKey } from './keys.ts';
import * as oid from './oids.ts';
import { utf8Passphrase } from './passphrase.ts';
import { unsupportedIn } from './pbes2.ts';

/** A key ready to sign: it never leaves the main process. */
export type OpenedKey = {
  readonly privateKey: PrivateKey;
  readonly certificate: Certificate;
  /** The other certificates of the file, for the signature to carry. */
  readonly chain: readonly Certificate[];
};

/** The one key of the bags with its certificate, found by its public key. */
export async function openBags(bags: readonly SafeBag[], passphrase: string): Promise<Outcome<OpenedKey>> {
  if (bags.some((each) => each.bagId === oid.keyBag)) return unsupported('its key is not encrypted');
  const shrouded = bags.flatMap(({ bagValue }) => (bagValue instanceof PKCS8ShroudedKeyBag ? [bagValue] : []));
  const [first, ...more] = shrouded;
  if (first === undefined) return malformed('no private key');
  if (more.length > 0) return unsupported('several private keys');
  const privateKey = await openKey(first, passphrase);
  if (!privateKey.ok) return privateKey;
  const certificates = bags.flatMap(({ bagValue }) => {
    if (!(bagValue instanceof CertBag) || !(bagValue.certValue instanceof OctetString)) return [];
    return decodeCertificate(new Uint8Array(bagValue.certValue.getValue())) ?? [];
  });
  const ofKey = certificates.filter((each) => isSameKey(publicKeyOf(parseX509(each.der)), privateKey.value.publicKey));
  // A superior has two for one key: that of the unit, and that of the CA, which signs nothing but certificates.
  const own = ofKey.find((each) => !isCa(parseX509(each.der))) ?? ofKey[0];
  if (own === undefined) return malformed('no certificate for its key');
  return ok({ privateKey: privateKey.value, certificate: own, chain: certificates.filter((each) => each !== own) });
}

async function openKey(bag: PKCS8ShroudedKeyBag, passphrase: string): Promise<Outcome<PrivateKey>> {
  const reason = unsupportedIn(bag.encryptionAlgorithm);
  if (reason !== null) return unsupported(reason);
  try {
    const encrypted = new EncryptedData({
      encryptedContentInfo: new EncryptedContentInfo({
        contentType: oid.dataContent,
        contentEncryptionAlgorithm: bag.encryptionAlgorithm,
        encryptedContent: new OctetString({ valueHex: bag.encryptedData.getValue() }),
      }),
    });
    const pkcs8 = await encrypted.decrypt({ password: utf8Passphrase(passphrase) }, engine);
    const key = openPrivateKey(new Uint8Array(pkcs8));
    return key === null ? unsupported('neither ECDSA P-256, nor SM2, nor RSA of 2048 bits and more') : ok(key);
  } catch {
    // The MAC was right: the file has one passphrase for it and another for the key, or a key of an unknown kind.
    return fail(problem('key/wrong-passphrase'));
  }
}

function malformed(reason: string) {
  return fail(problem('key/malformed', { reason }));
}

function unsupported(reason: string) {
  return fail(problem('key/unsupported', { reason }));
}
