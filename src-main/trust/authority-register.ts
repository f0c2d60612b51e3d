/** The small CA of an office in the window: requests and certificates, each on record. */
import { join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { unitInFileName } from '#core/bundle/bundle-name.ts';
import type { IssuedView } from '#core/ipc/trust-views.ts';
import { identityFileNames } from '#core/text/screens/identity.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { freeName } from '../files/free-name.ts';
import { issueAll } from '../signing/authority.ts';
import { certificatePem } from '../signing/certificate-file.ts';
import { decodeCertificate, isCa, x509Of, type Certificate } from '../signing/certificate.ts';
import type { Authority } from '../signing/issue-certificate.ts';
import type { CertificateRequest } from '../signing/request.ts';
import { decodeRevocationList, serialOf, type RevocationList } from '../signing/revocation-list.ts';
import { insertIssuedCertificate, issuedCertificatesOf, newestListOf, type IssuedCertificate } from '../store/issued.ts';
import type { Reader } from '../store/sql-engine.ts';
import type { Workspace } from '../store/workspace.ts';
import { offerCertificate } from './read-trust-file.ts';
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

export function listFrom(tables: Reader, authority: string): RevocationList | null {
  const newest = newestListOf(tables, authority);
  return newest === null ? null : decodeRevocationList(newest.content);
}
