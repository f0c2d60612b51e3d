/** Makes a unit's key pair with its certificate, and opens it again. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { certificatePem, describeCertificate, type Identity } from './certificate-file.ts';
import { issueSelfSigned } from './issue-certificate.ts';
import { makeKeyPair, type KeyAlgorithm } from './make-key-pair.ts';
import { checkPassphrase } from './passphrase.ts';
import type { OpenedKey } from './pkcs12-bags.ts';
import { readPkcs12 } from './pkcs12-read.ts';
import { writePkcs12 } from './pkcs12-write.ts';
import { wholeSecond } from './time.ts';

export type KeyOrder = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly passphrase: string;
  readonly now: Date;
  /** Five years when left out. */
  readonly yearsValid?: number;
  /** ECDSA on P-256 when left out. */
  readonly algorithm?: KeyAlgorithm;
};

export type CreatedKey = { readonly p12: Uint8Array; readonly certificatePem: string; readonly identity: Identity };

const usualYears = 5;
/** Upper bound of commonName and organizationName (X.520; RFC 5280, appendix A.1). */
const longestName = 64;

/** A new key in a PKCS#12 file. Problems: those of `checkPassphrase`, `key/bad-unit`. */
export async function createKey(order: KeyOrder): Promise<Outcome<CreatedKey>> {
  const unitName = order.unitName.normalize('NFC').trim();
  const passphrase = checkPassphrase(order.passphrase, { unitCode: order.unitCode, unitName });
  if (!passphrase.ok) return passphrase;
  const reason = faultOfUnit(order.unitCode, unitName);
  if (reason !== null) return fail(problem('key/bad-unit', { reason, unitCode: order.unitCode, unitName, longest: longestName }));
  const notBefore = wholeSecond(order.now);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + (order.yearsValid ?? usualYears));
  const privateKey = await makeKeyPair(order.algorithm ?? 'p256');
  const certificate = issueSelfSigned({ unitCode: order.unitCode, unitName }, privateKey, { notBefore, notAfter });
  const p12 = await writePkcs12({ privateKey, certificate, chain: [] }, order.passphrase);
  return ok({ p12, certificatePem: certificatePem(certificate), identity: describeCertificate(certificate) });
}

export type ShownKey = OpenedKey & Pick<CreatedKey, 'certificatePem' | 'identity'>;

/** Opens a key file. Problems: `key/malformed`, `key/wrong-passphrase`, `key/unsupported`. */
export async function openKey({ p12, passphrase }: { readonly p12: Uint8Array; readonly passphrase: string }): Promise<Outcome<ShownKey>> {
  const opened = await readPkcs12(p12, passphrase);
  if (!opened.ok) return opened;
  const { certificate } = opened.value;
  return ok({ ...opened.value, certificatePem: certificatePem(certificate), identity: describeCertificate(certificate) });
}

function faultOfUnit(unitCode: string, unitName: string): 'code' | 'name' | null {
  if (!/^[0-9A-Za-z-]{1,32}$/u.test(unitCode)) return 'code';
  return unitName === '' || Array.from(unitName).length > longestName || /\p{C}/u.test(unitName) ? 'name' : null;
}
