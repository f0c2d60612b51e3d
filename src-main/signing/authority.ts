/** The small CA of a superior: its certificate stands in the same key file as the unit's own, for the same key. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { regionOf } from './authority-limits.ts';
import { isCa, publicKeyOf, x509Of, type Certificate } from './certificate.ts';
import { issueAuthority, issueUnit, type Authority } from './issue-certificate.ts';
import { isSameKey, type PublicKey } from './keys.ts';
import type { OpenedKey } from './pkcs12-bags.ts';
import type { CertificateRequest } from './request.ts';

export const authorityYears = 10;
export const usualIssuedYears = 3;

/** The CA certificate of a key file, or null while there is none. */
export function authorityOf({ privateKey, certificate, chain }: OpenedKey): Authority | null {
  const found = authorityAmong([certificate, ...chain], privateKey.publicKey);
  return found === null ? null : { privateKey, certificate: found };
}

/** The CA certificate of a key among those of its file. */
export function authorityAmong(certificates: readonly Certificate[], key: PublicKey | null): Certificate | null {
  const found = certificates.find((each) => {
    const x509 = x509Of(each);
    return isCa(x509) && isSameKey(publicKeyOf(x509), key);
  });
  return found ?? null;
}

/** The key file's contents with a CA certificate for the unit's region; as they are where there is one. `at` in whole seconds. */
export function withAuthority(key: OpenedKey, at: Date): OpenedKey & { readonly authority: Authority } {
  const known = authorityOf(key);
  if (known !== null) return { ...key, authority: known };
  const { unitCode, unitName } = key.certificate;
  const validity = { notBefore: at, notAfter: yearsLater(at, authorityYears) };
  const certificate = issueAuthority({ unitCode, unitName }, key.privateKey.publicKey, validity, key.privateKey);
  return { ...key, chain: [...key.chain, certificate], authority: { privateKey: key.privateKey, certificate } };
}

/** A certificate for the unit of a request, never longer than the CA's own. Problems: authority/outside-region. */
export function issueFor(authority: Authority, request: CertificateRequest, at: Date, years: number): Outcome<Certificate> {
  const issued = issueAll(authority, request, { at, years, isAuthority: false });
  return issued.ok ? ok(issued.value[0]) : issued;
}

type Terms = { readonly at: Date; readonly years: number; readonly isAuthority: boolean };

/** The same; `isAuthority`: and behind it one of a CA for the units below it, such as a city's for its counties. */
export function issueAll(
  authority: Authority,
  request: CertificateRequest,
  { at, years, isAuthority }: Terms,
): Outcome<readonly [Certificate, ...Certificate[]]> {
  const { unitCode, unitName, publicKey } = request;
  const region = regionOf(x509Of(authority.certificate));
  if (region !== null && !unitCode.startsWith(region)) return fail(problem('authority/outside-region', { unitCode, unitName, region }));
  const last = new Date(authority.certificate.notAfter);
  const notAfter = yearsLater(at, years);
  const validity = { notBefore: at, notAfter: notAfter > last ? last : notAfter };
  const unit = { unitCode, unitName };
  const below = isAuthority ? [issueAuthority(unit, publicKey, validity, authority)] : [];
  return ok([issueUnit(unit, publicKey, validity, authority), ...below]);
}

function yearsLater(date: Date, years: number): Date {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}
