/** Encryption for one recipient: openssl opens ours, we open openssl's, with EC and RSA keys; nothing else opens it. */
import { describe, expect, it } from 'vitest';
import { openPrivateKey } from '#main/signing/keys.ts';
import { decodeCertificate } from '#main/signing/certificate.ts';
import { decryptWith, encryptFor, isEncrypted } from '#main/signing/envelope.ts';
import { makeKeyPair } from '#main/signing/make-key-pair.ts';
import { issueSelfSigned } from '#main/signing/issue-certificate.ts';
import { readPem } from '#main/signing/pem.ts';
import type { OpenedKey } from '#main/signing/pkcs12-bags.ts';
import { valueOf } from '../bundle/sample.ts';
import { hasOpenssl, makeCertificate, temporaryFolder, type KeyKind } from './openssl.ts';

const folder = temporaryFolder();
const secret = Buffer.from('上报包的字节'.repeat(500));

function opensslKey(name: string, kind: KeyKind): OpenedKey {
  makeCertificate(folder, name, kind, '/serialNumber=460000/CN=海南省');
  const certificate = decodeCertificate(readPem(folder.read(`${name}.crt`), ['CERTIFICATE'])[0] ?? new Uint8Array());
  const privateKey = openPrivateKey(readPem(folder.read(`${name}.key`), ['PRIVATE KEY'])[0] ?? new Uint8Array());
  if (certificate === null || privateKey === null) throw new Error('no key');
  return { certificate, privateKey, chain: [] };
}

describe.runIf(hasOpenssl)('an encrypted bundle', () => {
  it.each(['P-256', 'rsa:2048'] as const)('for %s is opened by openssl, and openssl’s by us', async (kind) => {
    const name = kind.replace(':', '');
    const key = opensslKey(name, kind);
    const ours = valueOf(await encryptFor(secret, key.certificate));
    expect(isEncrypted(ours)).toBe(true);
    expect(Buffer.from(ours).includes('上报包')).toBe(false);
    folder.write(`${name}.p7m`, ours);
    folder.openssl(
      'cms',
      '-decrypt',
      '-binary',
      '-inform',
      'DER',
      '-in',
      `${name}.p7m`,
      '-inkey',
      `${name}.key`,
      '-recip',
      `${name}.crt`,
      '-out',
      name,
    );
    expect(folder.read(name).equals(secret)).toBe(true);
    folder.write('plain', secret);
    // Node decrypts no PKCS#1 v1.5 any more, which openssl uses for RSA unless it is told otherwise.
    const padding = kind === 'P-256' ? [] : ['-keyopt', 'rsa_padding_mode:oaep', '-keyopt', 'rsa_oaep_md:sha256'];
    const to = ['-outform', 'DER', '-in', 'plain', '-out', 'theirs.p7m', '-recip', `${name}.crt`, ...padding];
    folder.openssl('cms', '-encrypt', '-binary', '-aes256', ...to);
    const back = valueOf(await decryptWith(folder.read('theirs.p7m'), key, 'theirs.p7m'));
    expect(Buffer.from(back).equals(secret)).toBe(true);
    const changed = Uint8Array.from(ours, (byte, at) => (at === Math.floor(ours.length / 2) ? byte ^ 1 : byte));
    const tampered = await decryptWith(changed, key, 'a.p7m');
    expect(tampered.ok && Buffer.from(tampered.value).equals(secret)).toBe(false);
  });

  it('is opened by no other key, and none is made for SM2', async () => {
    const [mine, other] = [opensslKey('mine', 'P-256'), opensslKey('other', 'P-256')];
    const ours = valueOf(await encryptFor(secret, mine.certificate));
    expect(await decryptWith(ours, other, 'a.p7m')).toMatchObject({ problem: { code: 'envelope/not-for-key' } });
    expect(await decryptWith(secret, mine, 'a.p7m')).toMatchObject({ problem: { code: 'envelope/malformed' } });
    const sm2 = await makeKeyPair('sm2');
    const [notBefore, notAfter] = [new Date('2026-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')];
    const certificate = issueSelfSigned({ unitCode: '460000', unitName: '海南省' }, sm2, { notBefore, notAfter });
    expect(await encryptFor(secret, certificate)).toMatchObject({ problem: { code: 'envelope/unsupported' } });
  });
});
