/** The small CA: requests, certificates, revocation lists and fingerprints, with OpenSSL as judge. */
import { describe, expect, test } from 'vitest';
import type { Certificate } from '#main/signing/certificate.ts';
import { x509Of } from '#main/signing/certificate.ts';
import { certificatePem } from '#main/signing/certificate-file.ts';
import { issueFor, withAuthority } from '#main/signing/authority.ts';
import { issueUnit } from '#main/signing/issue-certificate.ts';
import { readPem, writePem } from '#main/signing/pem.ts';
import { readPins } from '#main/signing/pins.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { writePkcs12 } from '#main/signing/pkcs12-write.ts';
import { readRequest, writeRequest, type CertificateRequest } from '#main/signing/request.ts';
import { decodeRevocationList, isListOf, issueRevocationList, revocationOf, serialOf } from '#main/signing/revocation-list.ts';
import { takeCertificate } from '#main/signing/take-certificate.ts';
import { readTrust } from '#main/signing/trust-store.ts';
import { findTrust } from '#main/signing/trust.ts';
import { makeKey, passphrase, valueOf } from '../bundle/sample.ts';
import { hasOpenssl, temporaryFolder } from './openssl.ts';

const now = new Date('2026-01-10T00:00:00Z');
const county = { unitCode: '460100', unitName: '海口市人民政府' };
const province = withAuthority(valueOf(await readPkcs12((await makeKey('460000', '海南省人民政府办公厅')).p12, passphrase)), now);
const key = valueOf(await readPkcs12((await makeKey()).p12, passphrase));
const request = requestOf(await readRequest(writeRequest(county, key.privateKey)));
const issued = valueOf(issueFor(province.authority, request, now, 3));

function requestOf(read: CertificateRequest | null): CertificateRequest {
  if (read === null) throw new Error('no request');
  return read;
}

const trustIn = (signer: Certificate, trusted: readonly Certificate[], others: readonly Certificate[] = []) =>
  findTrust({ signer, others, trusted, pins: [], at: now });

describe('a request', () => {
  test('names the unit and is signed with the key that it is for', async () => {
    expect(request).toMatchObject(county);
    const der = writeRequest(county, key.privateKey);
    const forged = Buffer.from(der);
    const at = forged.indexOf('460100');
    forged.write('460200', at);
    expect(await readRequest(forged)).toBeNull();
    expect(await readRequest(Buffer.from('hello'))).toBeNull();
  });
});

describe('an authority', () => {
  test('is made once for a key, and stays in its key file', async () => {
    expect(withAuthority(province, now).authority.certificate).toBe(province.authority.certificate);
    const again = valueOf(await readPkcs12(await writePkcs12(province, passphrase), passphrase));
    expect(again.certificate.unitCode).toBe('460000');
    expect(withAuthority(again, now).authority.certificate.fingerprint).toBe(province.authority.certificate.fingerprint);
  });

  test('is trusted for what it issued, and nobody else is', async () => {
    const ca = province.authority.certificate;
    expect(await trustIn(issued, [ca])).toMatchObject({ kind: 'issued' });
    expect(await trustIn(issued, [province.certificate])).toEqual({ kind: 'unknown-issuer' });
    expect(await trustIn(issued, [], [ca])).toEqual({ kind: 'unknown-issuer' });
    expect(await trustIn(key.certificate, [ca])).toEqual({ kind: 'unregistered' });
  });

  test('issues for its own region alone, and is not believed beyond it', async () => {
    const stranger = { ...request, unitCode: '440100', unitName: '广州市' };
    expect(issueFor(province.authority, stranger, now, 3)).toMatchObject({
      problem: { code: 'authority/outside-region', details: { region: '46' } },
    });
    const validity = { notBefore: now, notAfter: new Date('2028-01-01T00:00:00Z') };
    const smuggled = issueUnit(stranger, request.publicKey, validity, province.authority);
    expect(await trustIn(smuggled, [province.authority.certificate])).toEqual({ kind: 'outside-region', region: '46' });
  });

  test('issues no longer than it lasts itself', () => {
    expect(valueOf(issueFor(province.authority, request, now, 20)).notAfter).toBe('2036-01-10T00:00:00.000Z');
  });

  test('a certificate is taken in by the key that it is for, and by no other', async () => {
    const taken = valueOf(takeCertificate(key, [issued, province.authority.certificate], 'x'));
    expect(taken.certificate).toBe(issued);
    expect(taken.chain).toEqual([province.authority.certificate]);
    const other = valueOf(await readPkcs12((await makeKey()).p12, passphrase));
    expect(takeCertificate(other, [issued], 'x')).toMatchObject({ problem: { code: 'certificate/not-for-key' } });
  });
});

describe('a revocation list', () => {
  const from = new Date('2026-02-01T00:00:00Z');
  const listed = () => {
    const revocations = [{ serial: serialOf(issued), from: from.toISOString(), reason: 'keyCompromise' as const }];
    return issueRevocationList(province.authority, { number: 7, revocations, now: from });
  };

  test('says from when and why, and who signed it', async () => {
    const list = decodeRevocationList(listed());
    if (list === null) throw new Error('no list');
    expect(list).toMatchObject({ number: 7, thisUpdate: '2026-02-01T00:00:00.000Z', nextUpdate: '2027-02-01T00:00:00.000Z' });
    expect(revocationOf(x509Of(issued), [list])).toEqual({ serial: serialOf(issued), from: from.toISOString(), reason: 'keyCompromise' });
    expect(revocationOf(x509Of(province.certificate), [list])).toBeNull();
    expect(await isListOf(list, province.authority.certificate)).toBe(true);
    expect(await isListOf(list, issued)).toBe(false);
  });

  test('may be empty', () => {
    expect(decodeRevocationList(issueRevocationList(province.authority, { number: 1, revocations: [], now }))?.revocations).toEqual([]);
  });
});

describe('pinned fingerprints', () => {
  const fingerprint = '0123456789abcdef'.repeat(4);
  const grouped = fingerprint.replace(/(.{4})/gu, '$1 ').trim();

  test('are read in any grouping, with unit and revocation', () => {
    const text = `# 电话核对\n${grouped} 460100 海口市\r\n${fingerprint.toUpperCase()},460200,三亚市 revoked 2026-03-01\n\n${fingerprint.replace(/(..)/gu, '$1:').slice(0, -1)}\n`;
    expect(valueOf(readPins(text, 'pins.txt'))).toEqual([
      { fingerprint, unitCode: '460100', revokedFrom: null },
      { fingerprint, unitCode: '460200', revokedFrom: '2026-03-01T00:00:00.000Z' },
      { fingerprint, unitCode: null, revokedFrom: null },
    ]);
  });

  test('with a slip are refused, and the line is named', () => {
    for (const line of [fingerprint.slice(1), `x${fingerprint}`, `${fingerprint} 460100 revoked tomorrow`, `${fingerprint}0`]) {
      expect(readPins(`# x\n${line}\n`, 'pins.txt')).toMatchObject({ problem: { code: 'trust/malformed-pin', details: { line: 2 } } });
    }
  });
});

describe.skipIf(!hasOpenssl)('with OpenSSL on the other side', () => {
  const folder = temporaryFolder();
  const { openssl, run, read, write, path } = folder;

  test('it verifies our request, our chain with its name constraints, and our list', () => {
    write('own.csr', writePem('CERTIFICATE REQUEST', writeRequest(county, key.privateKey)));
    expect(openssl('req', '-in', 'own.csr', '-verify', '-noout').words).toContain('verify OK');
    write('ca.crt', certificatePem(province.authority.certificate));
    write('unit.crt', certificatePem(issued));
    openssl('verify', '-x509_strict', '-attime', '1770000000', '-CAfile', 'ca.crt', 'unit.crt');
    const validity = { notBefore: now, notAfter: new Date('2028-01-01T00:00:00Z') };
    write(
      'stranger.crt',
      certificatePem(issueUnit({ unitCode: '440100', unitName: '广州' }, request.publicKey, validity, province.authority)),
    );
    expect(run('openssl', 'verify', '-attime', '1770000000', '-CAfile', 'ca.crt', 'stranger.crt').words).toContain(
      'permitted subtree violation',
    );
    const revocations = [{ serial: serialOf(issued), from: now.toISOString(), reason: 'superseded' as const }];
    write('list.crl', writePem('X509 CRL', issueRevocationList(province.authority, { number: 1, revocations, now })));
    expect(openssl('crl', '-in', 'list.crl', '-noout', '-CAfile', 'ca.crt').words).toContain('verify OK');
    const checked = run(
      'openssl',
      'verify',
      '-crl_check',
      '-CRLfile',
      'list.crl',
      '-attime',
      '1770000000',
      '-CAfile',
      'ca.crt',
      'unit.crt',
    );
    expect(checked.words).toContain('certificate revoked');
  });

  test('we read its requests and lists, and refuse a list whose signer is not trusted', async () => {
    const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-utf8'];
    openssl('req', ...ec, '-subj', '/CN=海口市/serialNumber=460100', '-keyout', 'u.key', '-out', 'u.csr');
    expect(await readRequest(readPem(read('u.csr'), ['CERTIFICATE REQUEST'])[0] ?? Buffer.of())).toMatchObject({
      unitCode: '460100',
      unitName: '海口市',
    });
    openssl('req', '-x509', ...ec, '-subj', '/CN=CA', '-keyout', 'o.key', '-out', 'o.crt', '-addext', 'keyUsage=keyCertSign,cRLSign');
    write('index.txt', '');
    write('crlnumber', '05');
    write('ca.cnf', '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\ndefault_crl_days=30\n');
    openssl('x509', '-req', '-in', 'u.csr', '-CA', 'o.crt', '-CAkey', 'o.key', '-set_serial', '4660', '-out', 'u.crt');
    openssl('ca', '-config', 'ca.cnf', '-revoke', 'u.crt', '-cert', 'o.crt', '-keyfile', 'o.key', '-crl_reason', 'keyCompromise');
    openssl('ca', '-config', 'ca.cnf', '-gencrl', '-cert', 'o.crt', '-keyfile', 'o.key', '-out', 'o.crl');
    const trust = valueOf(await readTrust([path('o.crt'), path('o.crl')]));
    expect(trust.lists).toMatchObject([{ number: 5, revocations: [{ serial: '1234', reason: 'keyCompromise' }] }]);
    expect(await readTrust([path('ca.crt'), path('o.crl')])).toMatchObject({
      problem: { code: 'trust/unverified-list', details: { file: 'o.crl' } },
    });
  });
});
