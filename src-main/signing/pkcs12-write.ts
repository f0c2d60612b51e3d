/** Writes a key and its certificate as PKCS#12 (RFC 7292), in the form that OpenSSL 3 makes by default but harder to guess. */
import { BmpString, OctetString } from 'asn1js';
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  ContentInfo,
  EncryptedData,
  id_CertBag_X509Certificate as x509CertificateType,
  PFX,
  PKCS8ShroudedKeyBag,
  SafeBag,
  SafeContents,
} from 'pkijs';
import { toArrayBuffer } from './der.ts';
import { engine } from './engine.ts';
import type { OpenedKey } from './pkcs12-bags.ts';
import type { PrivateKey } from './keys.ts';
import * as oid from './oids.ts';
import { makeMac } from './pkcs12-mac.ts';
import { utf8Passphrase } from './passphrase.ts';

/** OWASP's figure for PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet, 2023); the MAC, of one SHA-256 each, has as many. */
export const keyIterations = 600_000;

/**
 * The file's bytes. The key is encrypted (PBES2: PBKDF2-HMAC-SHA256, AES-256-CBC); the certificate is public and
 * stands in clear, as is a MAC over both. `iterations` of both derivations: fewer only where a test has no secret to keep.
 */
export async function writePkcs12(
  { privateKey, certificate, chain }: OpenedKey,
  passphrase: string,
  iterations: number = keyIterations,
): Promise<Uint8Array> {
  const attributes = [
    new Attribute({ type: oid.friendlyName, values: [new BmpString({ value: certificate.unitName })] }),
    new Attribute({
      type: oid.localKeyId,
      values: [new OctetString({ valueHex: toArrayBuffer(Buffer.from(certificate.fingerprint, 'hex')) })],
    }),
  ];
  const shrouded = await shroud(privateKey, passphrase, iterations);
  const authenticatedSafe = new AuthenticatedSafe({
    safeContents: [
      safeOf(
        new SafeBag({ bagId: oid.certificateBag, bagValue: certBag(certificate.der), bagAttributes: attributes }),
        ...chain.map((each) => new SafeBag({ bagId: oid.certificateBag, bagValue: certBag(each.der) })),
      ),
      safeOf(new SafeBag({ bagId: oid.shroudedKeyBag, bagValue: shrouded, bagAttributes: attributes })),
    ],
  });
  const content = authenticatedSafe.toSchema().toBER();
  const pfx = new PFX({
    version: 3,
    authSafe: new ContentInfo({ contentType: oid.dataContent, content: new OctetString({ valueHex: content }) }),
    macData: await makeMac(new Uint8Array(content), passphrase, iterations),
  });
  return new Uint8Array(pfx.toSchema().toBER());
}

function certBag(der: Uint8Array): CertBag {
  return new CertBag({ certId: x509CertificateType, certValue: new OctetString({ valueHex: toArrayBuffer(der) }) });
}

async function shroud(privateKey: PrivateKey, passphrase: string, iterationCount: number): Promise<PKCS8ShroudedKeyBag> {
  const encrypted = new EncryptedData();
  await encrypted.encrypt(
    {
      password: utf8Passphrase(passphrase),
      contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new ArrayBuffer(16) },
      hmacHashAlgorithm: 'SHA-256',
      iterationCount,
      contentToEncrypt: toArrayBuffer(privateKey.pkcs8),
    },
    engine,
  );
  const { contentEncryptionAlgorithm, encryptedContent } = encrypted.encryptedContentInfo;
  if (encryptedContent === undefined) throw new Error('the library encrypted nothing');
  return new PKCS8ShroudedKeyBag({
    encryptionAlgorithm: contentEncryptionAlgorithm,
    // pkijs cuts the octets into pieces (BER); many readers want them whole (DER).
    encryptedData: new OctetString({ valueHex: encryptedContent.getValue() }),
  });
}

function safeOf(...safeBags: SafeBag[]): ContentInfo {
  const bags = new SafeContents({ safeBags }).toSchema().toBER();
  return new ContentInfo({ contentType: oid.dataContent, content: new OctetString({ valueHex: bags }) });
}
