/** The small CA of an office in the window: requests, certificates, revocations, each on record. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { unitInFileName } from '#core/bundle/bundle-name.ts';
import type { RevocationWord } from '#core/bundle/trust-terms.ts';
import type { IssuedView } from '#core/ipc/trust-views.ts';
import { identityFileNames } from '#core/text/screens/identity.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { freeName } from '../files/free-name.ts';
import { issueAll } from '../signing/authority.ts';
import { certificatePem } from '../signing/certificate-file.ts';
import { decodeCertificate, isCa, x509Of, type Certificate } from '../signing/certificate.ts';
import { sha256Hex } from '../signing/digest.ts';
import type { Authority } from '../signing/issue-certificate.ts';
import { writePem } from '../signing/pem.ts';
import type { CertificateRequest } from '../signing/request.ts';
import { decodeRevocationList, issueRevocationList, serialOf, type Revocation, type RevocationList } from '../signing/revocation-list.ts';
import { insertIssuedCertificate, insertList, issuedCertificatesOf, newestListOf, type IssuedCertificate } from '../store/issued.ts';
import type { Reader } from '../store/sql-engine.ts';
import type { Workspace } from '../store/workspace.ts';
import { offerCertificate, viewList, type Offered } from './read-trust-file.ts';
import { registerAll } from './register.ts';

type Room = Pick<Workspace, 'tables'>;

export type IssueOrder = {
  readonly authority: Authority;
  readonly request: CertificateRequest;
  /** Whole seconds. */
  readonly at: Date;
  readonly years: number;
  /** A CA for the units below the request's, which then issues to them itself. */
  readonly isAuthority: boolean;
  readonly officer: string;
  readonly folder: string;
};

/** Writes the certificate with that of the CA behind it, and records both. authority/outside-region, file/…. */
export async function issueOnRecord({ tables }: Room, order: IssueOrder): Promise<Outcome<{ fileName: string; issued: IssuedView }>> {
  const { authority, request, at, years, isAuthority, officer, folder } = order;
  const made = issueAll(authority, request, { at, years, isAuthority });
  if (!made.ok) return made;
  const [certificate] = made.value;
  const name = fillPlaces(identityFileNames.issued, { unit: unitInFileName(request.unitName), code: request.unitCode });
  const fileName = freeName(folder, name);
  const pem = [...made.value, authority.certificate].map(certificatePem).join('');
  const recordOf = (each: Certificate): IssuedCertificate => ({
    serial: serialOf(each),
    authority: authority.certificate.fingerprint,
    unitCode: each.unitCode,
    unitName: each.unitName,
    content: each.der,
    issuedAt: at.toISOString(),
    issuedBy: officer,
  });
  const recorded = await tables.change((writer, now, note) => {
    const trusted = registerAll(
      writer,
      [offerCertificate(authority.certificate)],
      { officer, note: '' },
      { at: now, note, newId: tables.newId },
    );
    if (!trusted.ok) return trusted;
    for (const each of made.value) {
      insertIssuedCertificate(writer, recordOf(each));
      const { unitCode, unitName, fingerprint } = each;
      const detail = {
        serial: serialOf(each),
        unitCode,
        unitName,
        fingerprint,
        request: request.fingerprint,
        isAuthority: isCa(x509Of(each)),
      };
      note(null, { actor: officer, action: 'authority/issue', detail });
    }
    // On record before it leaves the house: what is not on record cannot be revoked.
    return writeAtomically(nodeFileSystem, join(folder, fileName), new TextEncoder().encode(pem));
  });
  return recorded.ok ? ok({ fileName, issued: viewOne(tables, certificate, recordOf(certificate)) }) : recorded;
}

/** Newest first, with what was revoked. */
export function viewIssued({ tables }: Room): readonly IssuedView[] {
  return issuedCertificatesOf(tables).flatMap((each) => {
    const certificate = decodeCertificate(each.content);
    if (certificate === null) throw new Error('an issued certificate cannot be read');
    return [viewOne(tables, certificate, each)];
  });
}

function viewOne(
  tables: Reader,
  certificate: Certificate,
  { serial, authority, issuedAt, issuedBy }: { serial: string; authority: string; issuedAt: string; issuedBy: string },
): IssuedView {
  const { unitCode, unitName, fingerprint, notAfter } = certificate;
  const revoked = listFrom(tables, authority)?.revocations.find((each) => each.serial === serial) ?? null;
  return {
    serial,
    authority,
    unitCode,
    unitName,
    fingerprint,
    isAuthority: isCa(x509Of(certificate)),
    issuedAt,
    issuedBy,
    notAfter,
    revoked: revoked === null ? null : { from: revoked.from, reason: revoked.reason },
  };
}

export type RevokeOrder = {
  readonly authority: Authority;
  /** Null only writes the next list, so that it stays current. */
  readonly revoke: { readonly serial: string; readonly from: Date; readonly reason: RevocationWord } | null;
  readonly at: Date;
  readonly officer: string;
  readonly folder: string;
};

/** The authority's next list, written, on record, and in force here. authority/not-issuer, authority/already-revoked. */
export async function revokeOnRecord({ tables }: Room, order: RevokeOrder): Promise<Outcome<string>> {
  const { authority, revoke, at, officer, folder } = order;
  const { fingerprint, unitCode, unitName } = authority.certificate;
  const before = listFrom(tables, fingerprint);
  const issued = issuedCertificatesOf(tables).find((each) => each.authority === fingerprint && each.serial === revoke?.serial);
  if (revoke !== null && issued === undefined) return fail(problem('authority/not-issuer', { file: revoke.serial }));
  const known = before?.revocations.find((each) => each.serial === revoke?.serial);
  if (known !== undefined) return fail(problem('authority/already-revoked', { unit: issued?.unitName ?? '', from: known.from }));
  const added: readonly Revocation[] =
    revoke === null ? [] : [{ serial: revoke.serial, from: revoke.from.toISOString(), reason: revoke.reason }];
  const revocations = [...(before?.revocations ?? []), ...added].toSorted((one, other) => one.serial.localeCompare(other.serial));
  const number = (before?.number ?? 0) + 1;
  const content = issueRevocationList(authority, { number, revocations, now: at });
  const list = decodeRevocationList(content);
  if (list === null) throw new Error('the revocation list just made cannot be read');
  const name = fillPlaces(identityFileNames.list, { unit: unitInFileName(unitName), code: unitCode, number });
  const fileName = freeName(folder, name);
  const offered: Offered = {
    ...offerCertificate(authority.certificate),
    kind: 'list',
    fingerprint: sha256Hex(content),
    list: viewList(list, at),
    content,
  };
  const recorded = await tables.change((writer, now, note) => {
    const moment = { at: now, note, newId: tables.newId };
    const trusted = registerAll(writer, [offerCertificate(authority.certificate), offered], { officer, note: '' }, moment);
    if (!trusted.ok) return trusted;
    insertList(writer, { authority: fingerprint, number, content, issuedAt: now, issuedBy: officer });
    const detail = {
      number,
      ...(revoke === null ? {} : { serial: revoke.serial, from: revoke.from.toISOString(), reason: revoke.reason }),
    };
    note(null, { actor: officer, action: 'authority/revoke', detail });
    return writeAtomically(nodeFileSystem, join(folder, fileName), new TextEncoder().encode(writePem('X509 CRL', content)));
  });
  return recorded.ok ? ok(fileName) : recorded;
}

function listFrom(tables: Reader, authority: string): RevocationList | null {
  const newest = newestListOf(tables, authority);
  return newest === null ? null : decodeRevocationList(newest.content);
}
