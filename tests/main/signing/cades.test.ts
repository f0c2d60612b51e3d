import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signCades } from '#main/signing/cades-sign.ts';
import { verifyCades } from '#main/signing/cades-verify.ts';
import { openKey } from '#main/signing/create-key.ts';
import { sha256Hex } from '#main/signing/digest.ts';
import { makeKeyPair } from '#main/signing/make-key-pair.ts';
import { certificateOf, makeKey, passphrase, valueOf } from '../bundle/sample.ts';
import { hasOpenssl, makeCertificate, temporaryFolder } from './openssl.ts';

const content = Buffer.from('<manifest>海口</manifest>\r\n');
const key = await makeKey();
const opened = valueOf(await openKey({ p12: key.p12, passphrase }));
const signature = signCades(content, opened, new Date('2026-03-01T08:30:15Z'));

function codeFor(bytes: Uint8Array, signed: Uint8Array = content): string {
  const verified = verifyCades(bytes, signed);
  return verified.ok ? 'signed' : [verified.reason.code, verified.reason.details['reason']].join(': ');
}

describe('ETSI EN 319 122-1, CAdES-B-B', () => {
  test('our signature verifies, and tells who signed and when', () => {
    expect(verifyCades(signature, content)).toMatchObject({
      ok: true,
      value: { signer: { fingerprint: key.certificate.fingerprint }, others: [], claimedSigningTime: new Date('2026-03-01T08:30:15Z') },
    });
  });

  test('it holds for no other content', () => {
    expect(codeFor(signature, Buffer.from('other'))).toBe('signature/mismatch: it signs another manifest');
    expect(codeFor(signature, new Uint8Array())).toBe('signature/mismatch: it signs another manifest');
  });

  test('it holds for no other certificate: a twin with the same name and number is found out', () => {
    const twin = Buffer.from(signature);
    const at = twin.indexOf(Buffer.from(key.certificate.der.subarray(-20)));
    twin[at + 19] = (twin[at + 19] ?? 0) ^ 1;
    expect(codeFor(twin)).toBe('signature/mismatch: it carries another certificate');
  });

  test('it holds only for the key of its certificate', async () => {
    const privateKey = await makeKeyPair('p256');
    const forged = signCades(content, { ...opened, privateKey }, new Date('2026-03-01T08:30:15Z'));
    expect(codeFor(forged)).toBe('signature/mismatch: it was not made with the key of its certificate');
  });

  test('the claimed time is signed as well', () => {
    const later = Buffer.from(signature);
    later.write('2703', later.indexOf('260301083015Z'), 'latin1');
    expect(codeFor(later)).toBe('signature/mismatch: it was not made with the key of its certificate');
  });

  test('the signer’s identifier has to name the certificate', () => {
    const renamed = Buffer.from(signature);
    const serial = Buffer.from(new X509Certificate(key.certificate.der).serialNumber, 'hex');
    const at = renamed.lastIndexOf(serial);
    renamed[at + 15] = (renamed[at + 15] ?? 0) ^ 1;
    expect(codeFor(renamed)).toBe('signature/mismatch: it carries another certificate');
  });

  test('a part that reaches beyond the value it stands in is malformed', () => {
    const overlapping = Buffer.from(signature);
    // The length of [0] EXPLICIT, after the OID of SignedData.
    overlapping.writeUInt16BE(overlapping.readUInt16BE(17) - 256, 17);
    expect(codeFor(overlapping)).toBe('signature/malformed: not CMS SignedData in DER');
  });

  test('after 2049 the time is written the other way and still read', () => {
    const late = signCades(content, opened, new Date('2051-01-01T00:00:00Z'));
    expect(verifyCades(late, content)).toMatchObject({ value: { claimedSigningTime: new Date('2051-01-01T00:00:00Z') } });
  });

  test('bytes that are no signature are malformed, never an exception', () => {
    const nested = Buffer.concat(Array.from({ length: 20_000 }, () => Buffer.from([0x30, 0x80])));
    for (const bytes of [
      Buffer.from(''),
      Buffer.from('hello'),
      Buffer.from('3000', 'hex'),
      key.certificate.der,
      nested,
      Buffer.alloc(300_000, 0x30),
    ]) {
      expect(codeFor(bytes)).toBe('signature/malformed: not CMS SignedData in DER');
    }
    for (let length = 0; length < signature.length; length += 1) {
      expect(codeFor(signature.subarray(0, length))).toBe('signature/malformed: not CMS SignedData in DER');
    }
    expect(codeFor(Buffer.concat([signature, Buffer.from([0])]))).toBe('signature/malformed: not CMS SignedData in DER');
  });
});

describe.skipIf(!hasOpenssl)('with OpenSSL on the other side', () => {
  const folder = temporaryFolder();
  const { openssl, run, read, write } = folder;
  write('content', content);
  const subject = '/CN=海口市人民政府/serialNumber=460100';
  makeCertificate(folder, 'ec', 'P-256', subject);
  makeCertificate(folder, 'rsa', 'rsa:2048', subject);

  function signed(name: string, ...more: string[]): Buffer {
    const files = ['-in', 'content', '-signer', `${name}.crt`, '-inkey', `${name}.key`, '-outform', 'DER', '-out', `${name}.p7s`];
    openssl('cms', '-sign', '-binary', ...files, ...more);
    return read(`${name}.p7s`);
  }

  test('OpenSSL verifies our signature as CAdES and as plain CMS', () => {
    write('own.p7s', signature);
    write('own.crt', key.pem);
    const words = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'own.p7s',
      '-content',
      'content',
      '-CAfile',
      'own.crt',
      '-out',
      'out',
    ];
    expect(openssl(...words, '-cades').words).toContain('CAdES Verification successful');
    expect(openssl(...words).words).toContain('CMS Verification successful');
    expect(read('out').equals(content)).toBe(true);
    write('content2', 'other');
    expect(run('openssl', ...words.map((each) => (each === 'content' ? 'content2' : each))).status).not.toBe(0);
  });

  test('our signature has the four attributes in DER order, no more, and no hash algorithm that is the default (RFC 5035)', () => {
    write('own.p7s', signature);
    const text = openssl('cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'own.p7s').out.toString();
    const attributes = [...text.matchAll(/^ +object: ([^\n]+) \((1\.2\.840\.113549\.1\.9\.[0-9.]+)\)/gmu)].map((match) => match[2]);
    expect(attributes).toEqual(['1.2.840.113549.1.9.3', '1.2.840.113549.1.9.5', '1.2.840.113549.1.9.4', '1.2.840.113549.1.9.16.2.47']);
    // SEQUENCE { SEQUENCE { SEQUENCE { OCTET STRING (32) } } }
    expect(Buffer.from(signature).toString('hex')).toContain(`3026302430220420${sha256Hex(key.certificate.der)}`);
  });

  test('we verify OpenSSL’s CAdES signatures, EC and RSA, whoever is named by issuer or by key identifier', () => {
    for (const name of ['ec', 'rsa']) {
      const certificate = certificateOf(read(`${name}.crt`).toString());
      for (const more of [['-cades'], ['-cades', '-keyid'], ['-cades', '-nosmimecap']]) {
        const verified = verifyCades(signed(name, '-md', 'sha256', ...more), content);
        expect(verified, `${name} ${more.join(' ')}`).toMatchObject({
          ok: true,
          value: { signer: { fingerprint: certificate.fingerprint } },
        });
      }
    }
  });

  test('what else OpenSSL can sign is unsupported', () => {
    const unsupported = 'signature/unsupported: ';
    expect(codeFor(signed('ec', '-md', 'sha256'))).toBe(`${unsupported}no signing-certificate-v2 with SHA-256`);
    expect(codeFor(signed('ec', '-md', 'sha256', '-noattr'))).toBe(`${unsupported}no signed attributes`);
    expect(codeFor(signed('ec', '-md', 'sha256', '-cades', '-nodetach'))).toBe(`${unsupported}a signature with its content inside`);
    expect(codeFor(signed('ec', '-md', 'sha512', '-cades'))).toBe(`${unsupported}another digest than SHA-256 and SM3`);
    expect(codeFor(signed('ec', '-md', 'sha256', '-cades', '-signer', 'rsa.crt', '-inkey', 'rsa.key'))).toBe(`${unsupported}2 signers`);
    expect(codeFor(signed('rsa', '-md', 'sha256', '-cades', '-keyopt', 'rsa_padding_mode:pss'))).toBe(
      `${unsupported}the algorithm 1.2.840.113549.1.1.10`,
    );
    for (const kind of ['P-384', 'rsa:1024'] as const) {
      makeCertificate(folder, 'other', kind, subject);
      expect(codeFor(signed('other', '-md', 'sha256', '-cades'))).toContain(`${unsupported}a key that is neither`);
    }
  });

  test('a signature without its certificate cannot be checked', () => {
    expect(codeFor(signed('ec', '-md', 'sha256', '-cades', '-nocerts'))).toBe('signature/mismatch: it carries another certificate');
  });
});
