/**
 * Encryption of a file for one recipient (CMS EnvelopedData, RFC 5652, 6): AES-256-CBC under a key that is sent by ECDH on
 * P-256 (RFC 5753) or RSA-OAEP. It hides, and nothing more: who made the file is said by the signature inside it.
 */
import { ContentInfo, EnvelopedData } from 'pkijs';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { publicKeyOf, x509Of, type Certificate } from './certificate.ts';
import { openAgreed } from './agreed-key.ts';
import { attempt, toArrayBuffer } from './der.ts';
import { engine } from './engine.ts';
import { isSameKey } from './keys.ts';
import * as oid from './oids.ts';
import type { OpenedKey } from './pkcs12-bags.ts';

const contentCipher = { name: 'AES-CBC', length: 256 };

/** The DER bytes. envelope/unsupported { unit } for keys that cannot be encrypted for (SM2). */
export async function encryptFor(content: Uint8Array, recipient: Certificate): Promise<Outcome<Uint8Array>> {
  const x509 = x509Of(recipient);
  const scheme = publicKeyOf(x509)?.scheme;
  if (scheme === undefined || scheme === 'sm2') return fail(problem('envelope/unsupported', { unit: recipient.unitName }));
  const enveloped = new EnvelopedData();
  const digests = { oaepHashAlgorithm: 'SHA-256', kdfAlgorithm: 'SHA-256', kekEncryptionLength: 256 } as const;
  enveloped.addRecipientByCertificate(x509, digests, undefined, engine);
  await enveloped.encrypt(contentCipher, toArrayBuffer(content), engine);
  const wrapped = new ContentInfo({ contentType: oid.envelopedDataContent, content: enveloped.toSchema() });
  return ok(new Uint8Array(wrapped.toSchema().toBER()));
}

/** Whether bytes are an encrypted file at all; what is in it is another question. */
export function isEncrypted(bytes: Uint8Array): boolean {
  return readEnvelope(bytes) !== null;
}

/**
 * What was encrypted for the key. envelope/malformed { file }, envelope/not-for-key { file, unit } where it is for another
 * key or was changed on the way.
 */
export async function decryptWith(bytes: Uint8Array, key: OpenedKey, file: string): Promise<Outcome<Uint8Array>> {
  const enveloped = readEnvelope(bytes);
  if (enveloped === null) return fail(problem('envelope/malformed', { file }));
  const { privateKey } = key;
  if (privateKey.publicKey.scheme === 'sm2') return fail(problem('envelope/unsupported', { unit: key.certificate.unitName }));
  // Of the key's own certificates, the one that the sender had.
  const certificates = [key.certificate, ...key.chain].filter((each) => isSameKey(publicKeyOf(x509Of(each)), privateKey.publicKey));
  const recipientPrivateKey = toArrayBuffer(privateKey.pkcs8);
  for (const [index, { value }] of enveloped.recipientInfos.entries()) {
    for (const certificate of certificates) {
      try {
        const agreed = openAgreed(enveloped, value, privateKey.pkcs8);
        if (agreed !== null) return ok(agreed);
        return ok(
          new Uint8Array(await enveloped.decrypt(index, { recipientCertificate: x509Of(certificate), recipientPrivateKey }, engine)),
        );
      } catch {
        // For somebody else, or changed: the library throws on both.
      }
    }
  }
  return fail(problem('envelope/not-for-key', { file, unit: key.certificate.unitName }));
}

/** Null for bytes that are no encrypted file. */
export function readEnvelope(bytes: Uint8Array): EnvelopedData | null {
  return attempt(() => {
    const info = ContentInfo.fromBER(toArrayBuffer(bytes));
    return info.contentType === oid.envelopedDataContent ? new EnvelopedData({ schema: info.content }) : null;
  });
}
