/** The revocation lists of an office's small CA: each written, on record, in force here, and with a number that never goes back. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { unitInFileName } from '#core/bundle/bundle-name.ts';
import type { RevocationWord } from '#core/bundle/trust-terms.ts';
import { identityFileNames } from '#core/text/screens/identity.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { freeName } from '../files/free-name.ts';
import { sha256Hex } from '../signing/digest.ts';
import type { IdentityFolder } from '../signing/identity-folder.ts';
import type { Authority } from '../signing/issue-certificate.ts';
import { writePem } from '../signing/pem.ts';
import { decodeRevocationList, isListOf, issueRevocationList, type Revocation, type RevocationList } from '../signing/revocation-list.ts';
import { insertList, issuedCertificatesOf } from '../store/issued.ts';
import type { Reader } from '../store/sql-engine.ts';
import { trustEntriesOf } from '../store/trust-entries.ts';
import type { Workspace } from '../store/workspace.ts';
import { listFrom } from './authority-register.ts';
import { offerCertificate, viewList, type Offered } from './read-trust-file.ts';
import { registerAll } from './register.ts';
import { listOf } from './trust-store-of.ts';

type Room = Pick<Workspace, 'tables'>;

export type RevokeOrder = {
  readonly authority: Authority;
  /** Where the newest list is kept beside the key: no backup of the workspace brings an older one back. */
  readonly identities: IdentityFolder;
  /** Null only writes the next list, so that it stays current. */
  readonly revoke: { readonly serial: string; readonly from: Date; readonly reason: RevocationWord } | null;
  readonly at: Date;
  readonly officer: string;
  readonly folder: string;
};

/** The name of the file. authority/not-issuer, authority/already-revoked, trust/malformed-list, file/…. */
export async function revokeOnRecord({ tables }: Room, order: RevokeOrder): Promise<Outcome<string>> {
  const { authority, identities, revoke, at, officer, folder } = order;
  const { fingerprint, unitCode, unitName } = authority.certificate;
  const issued = issuedCertificatesOf(tables).find((each) => each.authority === fingerprint && each.serial === revoke?.serial);
  if (revoke !== null && issued === undefined) return fail(problem('authority/not-issuer', { file: revoke.serial }));
  const onRecord = listFrom(tables, fingerprint)?.revocations.find((each) => each.serial === revoke?.serial);
  if (onRecord !== undefined) return fail(problem('authority/already-revoked', { unit: issued?.unitName ?? '', from: onRecord.from }));
  const before = await listsBefore(tables, identities, authority);
  if (!before.ok) return before;
  const added: readonly Revocation[] =
    revoke === null ? [] : [{ serial: revoke.serial, from: revoke.from.toISOString(), reason: revoke.reason }];
  const revocations = unite([...before.value.flatMap((each) => each.revocations), ...added]);
  const number = Math.max(0, ...before.value.map((each) => each.number)) + 1;
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
  // Before it leaves the house, and even if it does not: a number that is left out harms nobody, one given twice does.
  const kept = identities.keepList(fingerprint, content);
  if (!kept.ok) return kept;
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

/** Of the workspace, beside the key, and taken in from a file: after a restore or on another computer each may be the newest. */
async function listsBefore(tables: Reader, identities: IdentityFolder, authority: Authority): Promise<Outcome<readonly RevocationList[]>> {
  const { fingerprint } = authority.certificate;
  const recorded = listFrom(tables, fingerprint);
  const beside = identities.readList(fingerprint);
  if (!beside.ok) return beside;
  const held = beside.value === null ? null : decodeRevocationList(beside.value);
  if (beside.value !== null && held === null) return fail(problem('trust/malformed-list', { file: `${fingerprint}.crl` }));
  const registered = trustEntriesOf(tables).flatMap((each) => (each.kind === 'list' ? [listOf(each)] : []));
  const lists: RevocationList[] = [];
  for (const each of [recorded, held, ...registered]) {
    if (each !== null && (await isListOf(each, authority.certificate))) lists.push(each);
  }
  return ok(lists);
}

/** One entry for each certificate, the strictest, in the order of their numbers. */
function unite(revocations: readonly Revocation[]): readonly Revocation[] {
  const strictest = new Map<string, Revocation>();
  for (const each of revocations) {
    const known = strictest.get(each.serial);
    if (known === undefined || each.from < known.from) strictest.set(each.serial, each);
  }
  return [...strictest.values()].toSorted((one, other) => one.serial.localeCompare(other.serial));
}
