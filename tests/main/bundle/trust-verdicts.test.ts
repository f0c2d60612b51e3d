/** What trust says of a bundle: issued, pinned, revoked, stolen, of another county. Each reason has its own code. */
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { verifyBundle, type VerifyOrder } from '#main/bundles/verify-bundle.ts';
import { issueFor, withAuthority } from '#main/signing/authority.ts';
import { signCades } from '#main/signing/cades-sign.ts';
import type { OpenedKey } from '#main/signing/pkcs12-bags.ts';
import { keyFingerprint } from '#main/signing/request.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { decodeRevocationList, issueRevocationList, serialOf, type RevocationReason } from '#main/signing/revocation-list.ts';
import { repack } from './repack.ts';
import { edition, makeKey, now, passphrase, sampleFiling, unit, valueOf } from './sample.ts';

const start = new Date('2026-01-10T00:00:00Z');
const open = async (p12: Uint8Array) => valueOf(await readPkcs12(p12, passphrase));
const province = withAuthority(await open((await makeKey('460000', '海南省')).p12), start);
const own = await open((await makeKey()).p12);
const { publicKey } = own.privateKey;
const request = { unitCode: unit.code, unitName: unit.name, publicKey, fingerprint: keyFingerprint(publicKey) };
const ca = province.authority.certificate;
const issued = { ...own, certificate: valueOf(issueFor(province.authority, request, start, 3)), chain: [ca] };
const sanya = {
  ...own,
  certificate: valueOf(issueFor(province.authority, { ...request, unitCode: '460200', unitName: '三亚市' }, start, 3)),
};

const bundle = (signer: OpenedKey = issued, at = now) =>
  repack({ 'filing.json': canonicalJson(sampleFiling()) }, (manifest) => signCades(manifest, signer, at));

async function codes(bytes: Uint8Array, changes: Partial<VerifyOrder> = {}): Promise<string> {
  const { verdict, reasons } = await verifyBundle({ bytes, trusted: [ca], editions: [edition], now, ...changes });
  return [verdict, ...reasons.map((each) => each.code)].join(', ');
}

function listOf(reason: RevocationReason, from: string) {
  const revocations = [{ serial: serialOf(issued.certificate), from, reason }];
  const list = decodeRevocationList(issueRevocationList(province.authority, { number: 1, revocations, now }));
  if (list === null) throw new Error('no list');
  return [list];
}

describe('a certificate that a CA issued', () => {
  test('is trusted where the CA is, and its issuer unknown elsewhere', async () => {
    expect(await codes(bundle())).toBe('valid');
    expect(await codes(bundle(), { trusted: [] })).toBe('untrusted, certificate/unknown-issuer');
  });

  test('of another county is genuine, and wrong all the same', async () => {
    expect(await codes(bundle(sanya))).toBe('invalid, certificate/other-county');
    expect(await codes(bundle(sanya), { trusted: [] })).toBe('invalid, certificate/wrong-unit, certificate/unknown-issuer');
  });

  test('not yet valid or expired at the claimed time says so', async () => {
    const early = await codes(bundle(issued, new Date('2026-01-09T00:00:00Z')));
    expect(early).toBe('invalid, certificate/not-yet-valid, certificate/unknown-issuer');
    const late = await codes(bundle(issued, new Date('2029-02-01T00:00:00Z')), { now: new Date('2029-02-02T00:00:00Z') });
    expect(late).toBe('invalid, certificate/expired, certificate/unknown-issuer');
  });
});

describe('a revoked certificate', () => {
  test('is refused from its revocation on, and what was claimed before stays good', async () => {
    expect(await codes(bundle(), { lists: listOf('superseded', '2026-03-01T08:30:16.000Z') })).toBe('valid');
    expect(await codes(bundle(), { lists: listOf('superseded', '2026-03-01T08:30:15.000Z') })).toBe('invalid, certificate/revoked');
    expect(await codes(bundle(), { lists: listOf('superseded', '2026-02-01T00:00:00.000Z') })).toBe('invalid, certificate/revoked');
    expect(await codes(bundle(), { lists: listOf('superseded', '2026-04-01T00:00:00.000Z') })).toBe('valid');
  });

  test('whose key was stolen vouches for nothing: the thief could have claimed any time', async () => {
    expect(await codes(bundle(), { lists: listOf('keyCompromise', '2026-04-01T00:00:00.000Z') })).toBe('invalid, certificate/compromised');
  });
});

describe('a pinned fingerprint', () => {
  const pin = { fingerprint: own.certificate.fingerprint, unitCode: null, revokedFrom: null };
  const pinned = (changes: Partial<typeof pin> | { unitCode?: string; revokedFrom?: string }) => ({
    trusted: [],
    pins: [{ ...pin, ...changes }],
  });

  test('is enough, with or without the code of its unit', async () => {
    expect(await codes(bundle(own), pinned({}))).toBe('valid');
    expect(await codes(bundle(own), pinned({ unitCode: '460100' }))).toBe('valid');
  });

  test('registered for another unit than the certificate says is noticed', async () => {
    expect(await codes(bundle(own), pinned({ unitCode: '460200' }))).toBe('invalid, certificate/pinned-as-other');
  });

  test('can be revoked from a time on', async () => {
    expect(await codes(bundle(own), pinned({ revokedFrom: '2026-02-01T00:00:00Z' }))).toBe('invalid, certificate/revoked');
    expect(await codes(bundle(own), pinned({ revokedFrom: '2026-04-01T00:00:00Z' }))).toBe('valid');
  });
});
