import { describe, expect, test } from 'vitest';
import { readCertificates } from '#main/signing/certificate-file.ts';
import type { Certificate } from '#main/signing/certificate.ts';
import { findTrust, type TrustQuestion } from '#main/signing/trust.ts';
import { certificateOf, makeKey, valueOf } from '../bundle/sample.ts';
import { hasOpenssl, makeCertificate, temporaryFolder, type Folder } from './openssl.ts';

const at = new Date(Date.now() + 24 * 60 * 60 * 1000);

async function isTrusted(question: Omit<TrustQuestion, 'pins'>): Promise<boolean> {
  const { kind } = await findTrust({ ...question, pins: [] });
  return kind === 'registered' || kind === 'issued';
}

describe('a pinned certificate', () => {
  test('is trusted when it is the very same, and never because of its name', async () => {
    const [own, namesake] = [await makeKey(), await makeKey()];
    expect(await isTrusted({ signer: own.certificate, others: [], trusted: [namesake.certificate, own.certificate], at })).toBe(true);
    expect(await isTrusted({ signer: own.certificate, others: [namesake.certificate], trusted: [namesake.certificate], at })).toBe(false);
    expect(await isTrusted({ signer: own.certificate, others: [own.certificate], trusted: [], at })).toBe(false);
  });
});

const caUsage = 'keyUsage=critical,keyCertSign,cRLSign';

/** Issues `NAME.crt` for a new key with the CA `issuer`. */
function issue({ openssl, write, path }: Folder, name: string, issuer: string, subject: string, extensions: string): void {
  write(`${name}.ext`, extensions);
  openssl(
    'req',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-utf8',
    '-subj',
    subject,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
  );
  const ca = ['-CA', `${issuer}.crt`, '-CAkey', `${issuer}.key`, '-CAcreateserial', '-CAserial', path('serial')];
  openssl('x509', '-req', '-in', `${name}.csr`, ...ca, '-days', '365', '-extfile', `${name}.ext`, '-out', `${name}.crt`);
}

describe.skipIf(!hasOpenssl)('RFC 5280, section 6: a chain to a trusted CA, made by OpenSSL', () => {
  const folder = temporaryFolder();
  const authority = (more = '') => `basicConstraints=critical,CA:TRUE${more}\n${caUsage}`;
  makeCertificate(folder, 'root', 'P-384', '/CN=省', '-addext', caUsage);
  makeCertificate(folder, 'stranger', 'rsa:2048', '/CN=省', '-addext', caUsage);
  issue(folder, 'city', 'root', '/CN=市', authority());
  issue(folder, 'last', 'root', '/CN=末', authority(',pathlen:0'));
  issue(folder, 'below', 'last', '/CN=下', authority());
  issue(folder, 'unit', 'city', '/CN=局/serialNumber=460100', 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature');
  issue(folder, 'direct', 'root', '/CN=厅/serialNumber=460000', 'keyUsage=digitalSignature');
  issue(folder, 'deep', 'below', '/CN=科/serialNumber=1', 'keyUsage=digitalSignature');
  issue(folder, 'forged', 'unit', '/CN=假/serialNumber=460000', 'keyUsage=digitalSignature');

  const certificate = (name: string): Certificate => valueOf(readCertificates(folder.read(`${name}.crt`), name))[0] ?? certificateOf('');
  const trusts = (signer: string, others: readonly string[], trusted: readonly string[], when = at) =>
    isTrusted({ signer: certificate(signer), others: others.map(certificate), trusted: trusted.map(certificate), at: when });

  test('the CA itself, or others above it, may be the trusted ones', async () => {
    expect(await trusts('direct', [], ['root'])).toBe(true);
    expect(await trusts('unit', [], ['city'])).toBe(true);
    expect(await trusts('unit', ['city'], ['root'])).toBe(true);
    expect(await trusts('unit', ['stranger', 'below', 'city', 'root'], ['stranger', 'root'])).toBe(true);
  });

  test('no chain, no trust', async () => {
    expect(await trusts('unit', [], ['root'])).toBe(false);
    expect(await trusts('unit', ['city', 'root'], [])).toBe(false);
    expect(await trusts('unit', ['city'], ['stranger'])).toBe(false);
    expect(await trusts('direct', ['root'], ['stranger'])).toBe(false);
  });

  test('a unit is no CA: it cannot vouch for another, pinned or not', async () => {
    expect(await trusts('forged', ['unit', 'city'], ['root'])).toBe(false);
    expect(await trusts('forged', [], ['unit'])).toBe(false);
  });

  test('a CA that may have no CAs below it has none', async () => {
    expect(await trusts('deep', ['below', 'last'], ['root'])).toBe(false);
    expect(await trusts('deep', ['below'], ['last'])).toBe(false);
    expect(await trusts('deep', [], ['below'])).toBe(true);
  });

  test('every certificate of the chain has to be valid at the time of signing', async () => {
    expect(await trusts('direct', [], ['root'], new Date('2020-01-01'))).toBe(false);
    expect(await trusts('direct', [], ['root'], new Date(Date.now() + 2 * 365 * 24 * 60 * 60 * 1000))).toBe(false);
  });

  test('CAs that issue each other round and round lead nowhere, and quickly', async () => {
    makeCertificate(folder, 'east', 'P-256', '/CN=东', '-addext', caUsage);
    makeCertificate(folder, 'west', 'P-256', '/CN=西', '-addext', caUsage);
    for (const [name, issuer] of [
      ['east', 'west'],
      ['west', 'east'],
    ] as const) {
      const ca = ['-CA', `${issuer}.crt`, '-CAkey', `${issuer}.key`, '-set_serial', '7'];
      folder.openssl('x509', '-in', `${name}.crt`, ...ca, '-days', '365', '-out', `${name}-by-${issuer}.crt`);
    }
    issue(folder, 'circular', 'east', '/CN=圈', 'keyUsage=digitalSignature');
    const loop = ['east-by-west', 'west-by-east'];
    expect(await trusts('circular', loop.slice(0, 1), ['west'])).toBe(true);
    const start = performance.now();
    expect(await trusts('circular', [...loop, ...loop, ...loop, ...loop], ['root'])).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
