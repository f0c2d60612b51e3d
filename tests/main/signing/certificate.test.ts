import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decodeCertificate } from '#main/signing/certificate.ts';
import { certificatePem, readCertificates } from '#main/signing/certificate-file.ts';
import { createKey } from '#main/signing/create-key.ts';
import { certificateOf, valueOf } from '../bundle/sample.ts';
import { hasOpenssl, makeCertificate, temporaryFolder } from './openssl.ts';

const order = { unitCode: '460100', unitName: '海口市人民政府', passphrase: '五指山-2026', now: new Date('2048-02-29T00:00:00Z') };
const { certificatePem: pem, identity } = valueOf(await createKey(order));
const certificate = certificateOf(pem);

describe('RFC 5280, the certificate of a new key', () => {
  test('is version 3, with a positive serial number of 16 bytes that is never the same', async () => {
    const other = certificateOf(valueOf(await createKey(order)).certificatePem);
    const serials = [certificate, other].map((each) => new X509Certificate(each.der).serialNumber);
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/u);
    expect(serials[0]).not.toBe(serials[1]);
  });

  test('runs five years, past 2049 in the other spelling of time', () => {
    expect(identity).toMatchObject({ notBefore: '2048-02-29T00:00:00.000Z', notAfter: '2053-03-01T00:00:00.000Z' });
    expect(new X509Certificate(certificate.der).validTo).toBe('Mar  1 00:00:00 2053 GMT');
  });

  test('runs as long as it is asked to', async () => {
    expect(valueOf(await createKey({ ...order, yearsValid: 1 })).identity.notAfter).toBe('2049-03-01T00:00:00.000Z');
  });

  test('has the SHA-256 of its bytes as fingerprint, as every other program shows it', () => {
    expect(identity.fingerprint).toBe(new X509Certificate(certificate.der).fingerprint256.replaceAll(':', '').toLowerCase());
  });

  test('is signed with its own key and is no CA', () => {
    const x509 = new X509Certificate(certificate.der);
    expect(x509.verify(x509.publicKey)).toBe(true);
    expect(x509.ca).toBe(false);
  });
});

describe('certificate files', () => {
  const read = (bytes: string | Uint8Array) => {
    const certificates = readCertificates(Buffer.from(bytes), 'units.pem');
    return certificates.ok ? certificates.value.map((each) => each.unitName) : certificates.problem;
  };

  test('hold one certificate in DER, or one or several in PEM among other text', () => {
    expect(read(certificate.der)).toEqual(['海口市人民政府']);
    expect(read(pem)).toEqual(['海口市人民政府']);
    expect(read(`Bag Attributes\n${pem}\nsubject=…\r\n${pem.replaceAll('\n', '\r\n')}`)).toEqual(['海口市人民政府', '海口市人民政府']);
    expect(certificatePem(certificate)).toBe(pem);
  });

  test('without a certificate are malformed', () => {
    for (const bytes of ['', 'hello', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n']) {
      expect(read(bytes)).toEqual({ code: 'certificate/malformed', details: { file: 'units.pem', reason: 'neither PEM nor DER' } });
    }
  });

  test('with a damaged certificate are malformed altogether, and say which', () => {
    const damaged = pem.replace(/\n.{64}\n/u, '\n');
    expect(read(pem + damaged)).toEqual({
      code: 'certificate/malformed',
      details: { file: 'units.pem', reason: 'certificate 2 is damaged' },
    });
  });

  test('that are cut off or changed are never taken for something else', () => {
    for (let length = 0; length < certificate.der.length; length += 1)
      expect(decodeCertificate(certificate.der.subarray(0, length))).toBeNull();
    expect(decodeCertificate(Buffer.concat([certificate.der, Buffer.from([0])]))).toBeNull();
  });
});

describe.skipIf(!hasOpenssl)('with OpenSSL as judge', () => {
  const folder = temporaryFolder();
  const { openssl, write, read } = folder;

  test('our certificate has the names, the usage and the signature that it should', () => {
    write('own.crt', pem);
    const text = openssl('x509', '-in', 'own.crt', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus').out.toString();
    expect(text).toContain('Subject: O=海口市人民政府,serialNumber=460100,CN=海口市人民政府');
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature, Non Repudiation\n/u);
    expect(text).toMatch(/X509v3 Basic Constraints: critical\s+CA:FALSE/u);
    expect(text).toMatch(/X509v3 Subject Key Identifier: \s+([0-9A-F]{2}:){19}[0-9A-F]{2}\n/u);
    openssl('verify', '-check_ss_sig', '-x509_strict', '-attime', '2500000000', '-CAfile', 'own.crt', 'own.crt');
  });

  test('we read the unit from certificates of other programs, and none where there are two', () => {
    makeCertificate(folder, 'one', 'rsa:2048', '/C=CN/CN=海南省/serialNumber=460000');
    expect(valueOf(readCertificates(read('one.crt'), 'one'))[0]).toMatchObject({ unitCode: '460000', unitName: '海南省' });
    makeCertificate(folder, 'two', 'P-256', '/CN=海南省/serialNumber=460000/serialNumber=460100');
    expect(valueOf(readCertificates(read('two.crt'), 'two'))[0]).toMatchObject({ unitCode: '', unitName: '海南省' });
  });
});
