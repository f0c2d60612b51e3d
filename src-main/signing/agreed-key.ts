/**
 * Opens what was encrypted for a P-256 key by ECDH (RFC 5753, 7.2; the key derivation of ANSI X9.63). The library does not
 * open what openssl makes by default, so this side of it is ours.
 */
import { createDecipheriv, createHash, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { Constructed, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier, KeyAgreeRecipientInfo, OriginatorPublicKey, type EnvelopedData } from 'pkijs';
import { unwrapKey } from './key-wrap.ts';

/** The SubjectPublicKeyInfo of a point on P-256, up to the point. */
const p256Prefix = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const pointBytes = 65;

const derivations: ReadonlyMap<string, string> = new Map([
  ['1.3.133.16.840.63.0.2', 'sha1'],
  ['1.3.132.1.11.1', 'sha256'],
  ['1.3.132.1.11.2', 'sha384'],
  ['1.3.132.1.11.3', 'sha512'],
]);
/** The bytes of the key that wraps, by the identifier of AES key wrap (RFC 3565, 2.3.2). */
const wraps: ReadonlyMap<string, number> = new Map([
  ['2.16.840.1.101.3.4.1.5', 16],
  ['2.16.840.1.101.3.4.1.25', 24],
  ['2.16.840.1.101.3.4.1.45', 32],
]);
const contents: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.101.3.4.1.2', 'aes-128-cbc'],
  ['2.16.840.1.101.3.4.1.22', 'aes-192-cbc'],
  ['2.16.840.1.101.3.4.1.42', 'aes-256-cbc'],
]);

/** Null for recipients of another kind, and where nothing opens. @throws Error of the cipher where the key is another one. */
export function openAgreed(enveloped: EnvelopedData, recipient: unknown, pkcs8: Uint8Array): Uint8Array | null {
  if (!(recipient instanceof KeyAgreeRecipientInfo) || !(recipient.originator.value instanceof OriginatorPublicKey)) return null;
  const { keyEncryptionAlgorithm: agreement, ukm } = recipient;
  const wrapId = new AlgorithmIdentifier({ schema: agreement.algorithmParams as Sequence }).algorithmId;
  const [hash, bytes] = [derivations.get(agreement.algorithmId), wraps.get(wrapId)];
  const { contentEncryptionAlgorithm: content } = enveloped.encryptedContentInfo;
  const [cipher, iv] = [contents.get(content.algorithmId), content.algorithmParams as unknown];
  const point = recipient.originator.value.publicKey.valueBlock.valueHexView;
  if (hash === undefined || bytes === undefined || cipher === undefined) return null;
  if (!(iv instanceof OctetString) || point.length !== pointBytes) return null;
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: Buffer.concat([p256Prefix, point]), format: 'der', type: 'spki' }),
  });
  const key = derive(secret, hash, sharedInfo(wrapId, bytes, ukm), bytes);
  for (const { encryptedKey } of recipient.recipientEncryptedKeys.encryptedKeys) {
    const contentKey = unwrapKey(key, encryptedKey.valueBlock.valueHexView);
    return decipher(cipher, contentKey, iv.valueBlock.valueHexView, new Uint8Array(enveloped.encryptedContentInfo.getEncryptedContent()));
  }
  return null;
}

/** `ECC-CMS-SharedInfo`: what the key is for, what the sender added to it, and how many bits it has. */
function sharedInfo(wrapId: string, bytes: number, ukm: OctetString | undefined): Uint8Array {
  const bits = Buffer.alloc(4);
  bits.writeUInt32BE(bytes * 8);
  const length = new Constructed({
    idBlock: { tagClass: 3, tagNumber: 2 },
    value: [new OctetString({ valueHex: new Uint8Array(bits).buffer })],
  });
  const wrapping = new Sequence({ value: [new ObjectIdentifier({ value: wrapId })] });
  const added = ukm === undefined ? [] : [new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [ukm] })];
  return new Uint8Array(new Sequence({ value: [wrapping, ...added, length] }).toBER());
}

function derive(secret: Uint8Array, hash: string, info: Uint8Array, bytes: number): Uint8Array {
  const block = (count: number) =>
    createHash(hash)
      .update(secret)
      .update(Uint8Array.of(0, 0, 0, count))
      .update(info)
      .digest();
  return Buffer.concat([block(1), block(2)]).subarray(0, bytes);
}

function decipher(cipher: string, key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Uint8Array {
  const open = createDecipheriv(cipher, key, iv);
  return new Uint8Array(Buffer.concat([open.update(bytes), open.final()]));
}
