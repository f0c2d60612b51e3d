/** SM2 and SM3 against the standards' own examples and OpenSSL. */
import { createHash, getHashes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signCades } from '#main/signing/cades-sign.ts';
import { verifyCades } from '#main/signing/cades-verify.ts';
import { createKey, openKey } from '#main/signing/create-key.ts';
import { openPrivateKey, openPublicKey } from '#main/signing/keys.ts';
import { makeKeyPair } from '#main/signing/make-key-pair.ts';
import { writePem } from '#main/signing/pem.ts';
import { sm3Bytes } from '#main/signing/sm3.ts';
import { passphrase, valueOf } from '../bundle/sample.ts';
import { hasOpenssl, temporaryFolder } from './openssl.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const message = Buffer.from('海口市人民政府2020年政府信息公开工作年度报告');

describe('GB/T 32905-2016, SM3', () => {
  test('appendix A.1: "abc"', () => {
    expect(hex(sm3Bytes(Buffer.from('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  test('appendix A.2: sixteen times "abcd"', () => {
    expect(hex(sm3Bytes(Buffer.from('abcd'.repeat(16))))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  test.skipIf(!getHashes().includes('sm3'))('equals OpenSSL’s for every length up to three blocks', () => {
    for (let length = 0; length <= 192; length += 1) {
      const bytes = Buffer.alloc(length, length);
      expect(hex(sm3Bytes(bytes))).toBe(createHash('sm3').update(bytes).digest('hex'));
    }
  });
});

describe('GB/T 32918.2-2016, SM2 signatures', () => {
  test('hold for their message and key alone, and for no other spelling of themselves', async () => {
    const [key, other] = [await makeKeyPair('sm2'), await makeKeyPair('sm2')];
    const signature = key.sign(message);
    expect(key.publicKey.verifies(message, signature)).toBe(true);
    expect(other.publicKey.verifies(message, signature)).toBe(false);
    expect(key.publicKey.verifies(Buffer.from('other'), signature)).toBe(false);
    for (let at = 0; at < signature.length; at += 1) {
      const changed = Buffer.from(signature);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(key.publicKey.verifies(message, changed)).toBe(false);
    }
    for (const nothing of [new Uint8Array(), Buffer.from('3006020100020100', 'hex'), Buffer.concat([signature, Buffer.of(0)])]) {
      expect(key.publicKey.verifies(message, nothing)).toBe(false);
    }
  });

  test('a point that is not on the curve is no key', async () => {
    const { spki } = (await makeKeyPair('sm2')).publicKey;
    const off = Buffer.from(spki);
    off.writeUInt8(off.readUInt8(off.length - 1) ^ 1, off.length - 1);
    expect(openPublicKey(off)).toBeNull();
  });
});

describe('CMS with SM2 and SM3 (GB/T 35275)', () => {
  test('a bundle’s signature is made and verified', async () => {
    const made = valueOf(
      await createKey({ unitCode: '460100', unitName: '海口市', passphrase, now: new Date('2026-01-01'), algorithm: 'sm2' }),
    );
    const key = valueOf(await openKey({ p12: made.p12, passphrase }));
    const signature = signCades(message, key, new Date('2026-03-01T00:00:00Z'));
    expect(verifyCades(signature, message)).toMatchObject({ ok: true, value: { signer: { fingerprint: made.identity.fingerprint } } });
    expect(verifyCades(signature, Buffer.from('other'))).toMatchObject({ reason: { code: 'signature/mismatch' } });
  });
});

describe.skipIf(!hasOpenssl)('with OpenSSL on the other side', () => {
  const folder = temporaryFolder();
  const { openssl, read, write } = folder;
  const identifier = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'];
  write('message', message);

  test('pkeyutl verifies our signatures', async () => {
    for (let round = 0; round < 10; round += 1) {
      const key = await makeKeyPair('sm2');
      write('public.pem', writePem('PUBLIC KEY', key.publicKey.spki));
      write('signature', key.sign(message));
      openssl('pkeyutl', '-verify', '-pubin', '-inkey', 'public.pem', '-in', 'message', '-sigfile', 'signature', ...identifier);
    }
  });

  test('we verify those of pkeyutl, and open its keys', () => {
    for (let round = 0; round < 10; round += 1) {
      openssl('genpkey', '-algorithm', 'SM2', '-outform', 'DER', '-out', 'key.der');
      openssl('pkeyutl', '-sign', '-inkey', 'key.der', '-keyform', 'DER', '-in', 'message', '-out', 'signature', ...identifier);
      openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'key.der', '-inform', 'DER', '-outform', 'DER', '-out', 'key.p8');
      expect(openPrivateKey(read('key.p8'))?.publicKey.verifies(message, read('signature'))).toBe(true);
    }
  });

  test('the key file opens there, and its certificate carries an SM2 signature that pkeyutl verifies', async () => {
    const made = valueOf(
      await createKey({ unitCode: '460100', unitName: '海口市', passphrase, now: new Date('2026-01-01'), algorithm: 'sm2' }),
    );
    write('own.p12', made.p12);
    write('own.crt', made.certificatePem);
    expect(openssl('pkcs12', '-in', 'own.p12', '-passin', `pass:${passphrase}`, '-noenc', '-nocerts').out.toString()).toContain(
      'PRIVATE KEY',
    );
    expect(openssl('x509', '-in', 'own.crt', '-noout', '-text').out.toString()).toContain('Signature Algorithm: SM2-with-SM3');
    openssl('x509', '-in', 'own.crt', '-outform', 'DER', '-out', 'own.der');
    const parts = openssl('asn1parse', '-inform', 'DER', '-in', 'own.der').out.toString();
    const [tbs, signature] = [
      /^ +(\d+):d=1 .*SEQUENCE/mu.exec(parts)?.[1],
      [...parts.matchAll(/^ *(\d+):d=1 .*BIT STRING/gmu)].at(-1)?.[1],
    ];
    openssl('asn1parse', '-inform', 'DER', '-in', 'own.der', '-strparse', tbs ?? '', '-noout', '-out', 'tbs');
    openssl('asn1parse', '-inform', 'DER', '-in', 'own.der', '-strparse', signature ?? '', '-noout', '-out', 'signature');
    openssl('x509', '-in', 'own.crt', '-noout', '-pubkey', '-out', 'public.pem');
    openssl('pkeyutl', '-verify', '-pubin', '-inkey', 'public.pem', '-in', 'tbs', '-sigfile', 'signature', ...identifier);
  });
});
