import { describe, expect, test } from 'vitest';
import { createKey, openKey } from '#main/signing/create-key.ts';
import { makeQuickKey } from '../../fixtures/quick-key.ts';
import { valueOf } from '../bundle/sample.ts';
import { hasOpenssl, makeCertificate, temporaryFolder, type KeyKind } from './openssl.ts';

const passphrase = '琼府办〔2026〕年报 𠮷!';
const now = new Date('2026-01-01T00:00:00.750Z');
const made = valueOf(await createKey({ unitCode: '460100', unitName: '海口市人民政府', passphrase, now }));
/** As ours is, with fewer rounds. */
const quick = await makeQuickKey({ unitCode: '460100', unitName: '海口市人民政府', passphrase, from: new Date('2026-01-01') });
const subject = '/CN=海口市人民政府/serialNumber=460100';

async function problemOf(p12: Uint8Array, words = passphrase): Promise<string> {
  const opened = await openKey({ p12, passphrase: words });
  return opened.ok ? 'opened' : [opened.problem.code, opened.problem.details['reason']].filter((each) => each !== undefined).join(': ');
}

describe('our own key file', () => {
  test('opens with its passphrase and shows the identity it was made for', async () => {
    const opened = valueOf(await openKey({ p12: made.p12, passphrase }));
    expect(opened.identity).toEqual(made.identity);
    expect(opened.certificatePem).toBe(made.certificatePem);
    expect(made.identity).toMatchObject({
      unitCode: '460100',
      unitName: '海口市人民政府',
      notBefore: '2026-01-01T00:00:00.000Z',
      notAfter: '2031-01-01T00:00:00.000Z',
    });
  });

  test('does not open with another passphrase, however near', async () => {
    for (const other of ['', passphrase.trim().slice(0, -1), `${passphrase} `, passphrase.toUpperCase().replace('!', '！')]) {
      expect(await problemOf(quick.p12, other)).toBe('key/wrong-passphrase');
    }
  });

  test('opens whether the input method composes characters or not', async () => {
    const { p12 } = await makeQuickKey({ unitCode: '1', unitName: 'x', passphrase: 'Pass\u00E9-mots', from: new Date(0) });
    expect(await problemOf(p12, 'Passe\u0301-mots')).toBe('opened');
  });
});

describe('a new key is refused', () => {
  test('with a passphrase of less than eight characters', async () => {
    for (const weak of ['', '1234567', '海口市政府年报']) {
      expect(await createKey({ unitCode: '460100', unitName: 'x', passphrase: weak, now })).toMatchObject({
        problem: { code: 'key/weak-passphrase', details: { minimum: 8 } },
      });
    }
  });

  test('for a unit whose code or name cannot stand in a certificate', async () => {
    for (const [unitCode, unitName, reason] of [
      ['', 'x', 'code'],
      ['46/01', 'x', 'code'],
      ['460100', ' ', 'name'],
      ['460100', 'x'.repeat(65), 'name'],
      ['460100', 'a\nb', 'name'],
    ] as const) {
      expect(await createKey({ unitCode, unitName, passphrase, now })).toMatchObject({
        problem: { code: 'key/bad-unit', details: { reason } },
      });
    }
  });
});

describe('files that are no keys of ours', () => {
  test('are malformed when they are not PKCS#12', async () => {
    for (const text of ['', 'hello', made.certificatePem]) expect(await problemOf(Buffer.from(text))).toBe('key/malformed: not PKCS#12');
    expect(await problemOf(made.p12.subarray(0, 300))).toBe('key/malformed: not PKCS#12');
    expect(await problemOf(new Uint8Array(2 * 1024 * 1024))).toBe('key/malformed: not PKCS#12');
  });
});

describe.skipIf(!hasOpenssl)('RFC 7292, with OpenSSL on the other side', () => {
  const folder = temporaryFolder();
  const { openssl, run, read, write } = folder;

  test('OpenSSL reads our file: 600,000 iterations, AES-256, HMAC-SHA256, key and certificate belong together', () => {
    write('own.p12', made.p12);
    const info = openssl('pkcs12', '-in', 'own.p12', '-passin', `pass:${passphrase}`, '-info', '-nodes', '-out', 'own.pem').words;
    expect(info).toContain('MAC: sha256, Iteration 600000');
    expect(info).toContain('PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256');
    const ofKey = openssl('pkey', '-in', 'own.pem', '-pubout').out;
    const ofCertificate = openssl('x509', '-in', 'own.pem', '-pubkey', '-noout').out;
    expect(ofKey.equals(ofCertificate)).toBe(true);
    expect(run('openssl', 'pkcs12', '-in', 'own.p12', '-passin', 'pass:wrong', '-noout').words).toContain('invalid password');
  });

  function exported(name: string, kind: KeyKind, ...more: string[]): Buffer {
    makeCertificate(folder, name, kind, subject);
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      `${name}.key`,
      '-in',
      `${name}.crt`,
      '-out',
      `${name}.p12`,
      '-passout',
      `pass:${passphrase}`,
      ...more,
    );
    return read(`${name}.p12`);
  }

  test('we read OpenSSL 3’s files, EC and RSA, with a Chinese passphrase', async () => {
    for (const kind of ['P-256', 'rsa:2048', 'rsa:3072'] as const) {
      const opened = valueOf(await openKey({ p12: exported(kind.slice(0, 3), kind), passphrase }));
      expect(opened.identity).toMatchObject({ unitCode: '460100', unitName: '海口市人民政府' });
    }
    expect(await problemOf(read('P-2.p12'), 'another one')).toBe('key/wrong-passphrase');
  });

  test('we read files with other AES lengths, digests and iteration counts', async () => {
    const p12 = exported('other', 'P-256', '-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC', '-macalg', 'sha512', '-iter', '5000');
    expect(await problemOf(p12)).toBe('opened');
  });

  test('keys of other kinds, older encryption and unprotected files are unsupported', async () => {
    const otherKind = 'key/unsupported: neither ECDSA P-256, nor SM2, nor RSA of 2048 bits and more';
    expect(await problemOf(exported('p384', 'P-384'))).toBe(otherKind);
    expect(await problemOf(exported('short', 'rsa:1024'))).toBe(otherKind);
    expect(await problemOf(exported('ed', 'ed25519'))).toBe(otherKind);
    expect(await problemOf(exported('des', 'P-256', '-keypbe', 'PBE-SHA1-3DES'))).toContain(
      'key/unsupported: the encryption 1.2.840.113549.1.12.1.3',
    );
    expect(await problemOf(exported('clear', 'P-256', '-keypbe', 'NONE'))).toBe('key/unsupported: its key is not encrypted');
    expect(await problemOf(exported('nomac', 'P-256', '-nomac'))).toContain('key/unsupported: it has no MAC');
  });

  test('whatever byte of a file changes: another key is never opened, and nothing is thrown', { timeout: 120_000 }, async () => {
    const p12 = exported('flipped', 'P-256', '-iter', '1');
    const { identity } = valueOf(await openKey({ p12, passphrase }));
    for (let at = 0; at < p12.length; at += 1) {
      const changed = new Uint8Array(p12);
      changed[at] = (changed[at] ?? 0) ^ 0x11;
      const opened = await openKey({ p12: changed, passphrase });
      if (opened.ok) expect(opened.value.identity, String(at)).toEqual(identity);
      else expect(opened.problem.code).toMatch(/^key\/(malformed|wrong-passphrase|unsupported)$/u);
    }
  });

  test('a file without the certificate of its key is malformed', async () => {
    makeCertificate(folder, 'a', 'P-256', subject);
    openssl('pkcs12', '-export', '-inkey', 'a.key', '-nocerts', '-out', 'keyonly.p12', '-passout', `pass:${passphrase}`);
    expect(await problemOf(read('keyonly.p12'))).toBe('key/malformed: no certificate for its key');
    openssl('pkcs12', '-export', '-in', 'a.crt', '-nokeys', '-out', 'certonly.p12', '-passout', `pass:${passphrase}`);
    expect(await problemOf(read('certonly.p12'))).toBe('key/malformed: no private key');
  });
});
