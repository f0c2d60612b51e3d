/** Writes a key and its certificate as PKCS#12 (RFC 7292), in the form that OpenSSL 3 makes by default but harder to guess. */
import type { KeyObject } from 'node:crypto';
import { BmpString, OctetString } from 'asn1js';
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  ContentInfo,
  id_CertBag_X509Certificate as x509CertificateType,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import type { Certificate } from './certificate.ts';
import { toArrayBuffer } from './der.ts';
import { engine } from './engine.ts';
import * as oid from './oids.ts';
import { makeMac } from './pkcs12-mac.ts';
import { utf8Passphrase } from './passphrase.ts';

/** OWASP's figure for PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet, 2023). */
export const keyIterations = 600_000;

/**
 * The file's bytes. The key is encrypted (PBES2: PBKDF2-HMAC-SHA256, AES-256-CBC); the certificate is public and
 * stands in clear, as is a MAC over both.
 */
export async function writePkcs12(privateKey: KeyObject, certificate: Certificate, passphrase: string): Promise<Uint8Array> {
  const attributes = [
    new Attribute({ type: oid.friendlyName, values: [new BmpString({ value: certificate.unitName })] }),
    new Attribute({
      type: oid.localKeyId,
      values: [new OctetString({ valueHex: toArrayBuffer(Buffer.from(certificate.fingerprint, 'hex')) })],
    }),
  ];
  const shrouded = await shroud(privateKey, passphrase);
  const certBag = new CertBag({
    certId: x509CertificateType,
    certValue: new OctetString({ valueHex: toArrayBuffer(certificate.der) }),
  });
  const authenticatedSafe = new AuthenticatedSafe({
    safeContents: [
      safeOf(new SafeBag({ bagId: oid.certificateBag, bagValue: certBag, bagAttributes: attributes })),
      safeOf(new SafeBag({ bagId: oid.shroudedKeyBag, bagValue: shrouded, bagAttributes: attributes })),
    ],
  });
  const content = authenticatedSafe.toSchema().toBER();
  const pfx = new PFX({
    version: 3,
    authSafe: new ContentInfo({ contentType: oid.dataContent, content: new OctetString({ valueHex: content }) }),
    macData: await makeMac(new Uint8Array(content), passphrase),
  });
  return new Uint8Array(pfx.toSchema().toBER());
}

async function shroud(privateKey: KeyObject, passphrase: string): Promise<PKCS8ShroudedKeyBag> {
  const bag = new PKCS8ShroudedKeyBag({
    parsedValue: PrivateKeyInfo.fromBER(toArrayBuffer(privateKey.export({ type: 'pkcs8', format: 'der' }))),
  });
  await bag.makeInternalValues(
    {
      password: utf8Passphrase(passphrase),
      contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new ArrayBuffer(16) },
      hmacHashAlgorithm: 'SHA-256',
      iterationCount: keyIterations,
    },
    engine,
  );
  // pkijs cuts the octets into pieces (BER); many readers want them whole (DER).
  bag.encryptedData = new OctetString({ valueHex: bag.encryptedData.getValue() });
  return bag;
}

function safeOf(bag: SafeBag): ContentInfo {
  const bags = new SafeContents({ safeBags: [bag] }).toSchema().toBER();
  return new ContentInfo({ contentType: oid.dataContent, content: new OctetString({ valueHex: bags }) });
}
