/** `key revoke`: the superior's revocation list, with one certificate more. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { keyWords } from '#core/text/keys.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { withAuthority } from '../signing/authority.ts';
import { readCertificates } from '../signing/certificate-file.ts';
import { isIssuedByKey, x509Of } from '../signing/certificate.ts';
import type { Authority } from '../signing/issue-certificate.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { readPem, writePem } from '../signing/pem.ts';
import {
  decodeRevocationList,
  isListOf,
  issueRevocationList,
  revocationReasons,
  serialOf,
  type Revocation,
  type RevocationList,
  type RevocationReason,
} from '../signing/revocation-list.ts';
import { wholeSecond } from '../signing/time.ts';
import { clockBehind } from '../trust/check-clock.ts';
import { requireText, type Arguments, type Command } from './command.ts';
import { localTime } from './local-time.ts';
import { openKeyFile } from './open-key.ts';
import { writeOutput } from './write-output.ts';

const reasons = Object.keys(revocationReasons).join(' | ');

export const keyRevokeCommand: Command = {
  name: 'key revoke',
  usage: `key revoke [CERT.pem] --key CA.p12 [--from TIME] [--reason ${reasons}] [--clock-checked] -o LIST.crl`,
  about: keyWords.aboutRevoke,
  options: {
    key: { type: 'string' },
    from: { type: 'string' },
    reason: { type: 'string' },
    'clock-checked': { type: 'boolean' },
    output: { type: 'string', short: 'o' },
  },
  files: { min: 0, max: 1 },
  run: async (args, context) => {
    const path = requireText(keyRevokeCommand, args, 'key');
    if (!path.ok) return path;
    const output = requireText(keyRevokeCommand, args, 'output');
    if (!output.ok) return output;
    const reason = reasonOf(args);
    if (!reason.ok) return reason;
    const from = args.text('from');
    if (from !== undefined && Number.isNaN(Date.parse(from))) {
      return fail(problem('usage/bad-value', { argument: '--from', value: from, expected: '2026-03-01T00:00:00Z' }));
    }
    const opened = await openKeyFile(path.value, context);
    if (!opened.ok) return opened;
    const now = wholeSecond(context.now());
    const { authority } = withAuthority(opened.value, now);
    const list = await readList(output.value, authority);
    if (!list.ok) return list;
    const latest = list.value?.thisUpdate ?? authority.certificate.notBefore;
    const behind = args.has('clock-checked') ? null : clockBehind(latest, now);
    if (behind !== null) return fail(behind);
    const time = from === undefined ? now : wholeSecond(new Date(from));
    const added = await readRevoked(args.files[0], authority, { from: time.toISOString(), reason: reason.value }, list.value);
    if (!added.ok) return added;
    const revocations = [...(list.value?.revocations ?? []), ...added.value].toSorted((one, other) =>
      one.serial.localeCompare(other.serial),
    );
    const number = (list.value?.number ?? 0) + 1;
    const der = issueRevocationList(authority, { number, revocations, now });
    const written = writeOutput(output.value, writePem('X509 CRL', der));
    if (!written.ok) return written;
    const nextUpdate = decodeRevocationList(der)?.nextUpdate ?? '';
    const places = { path: output.value, number, count: revocations.length, nextUpdate: localTime(nextUpdate) };
    const text = { zh: fillPlaces(keyWords.revoked.zh, places), en: fillPlaces(keyWords.revoked.en, places) };
    return ok({ exit: 0, text, data: { path: output.value, number, nextUpdate, revocations } });
  },
};

/** The list as it stands in the file that is about to be replaced: one of this authority, or none. */
async function readList(path: string, authority: Authority): Promise<Outcome<RevocationList | null>> {
  if (!existsSync(path)) return ok(null);
  const bytes = readBytes(nodeFileSystem, path, keyLimitBytes);
  if (!bytes.ok) return bytes;
  const list = decodeRevocationList(readPem(bytes.value, ['X509 CRL'])[0] ?? bytes.value);
  if (list === null) return fail(problem('trust/malformed-list', { file: basename(path) }));
  return (await isListOf(list, authority.certificate)) ? ok(list) : fail(problem('trust/unverified-list', { file: basename(path) }));
}

/** The entry to add; none where no certificate is named. authority/not-issuer, authority/already-revoked. */
async function readRevoked(
  path: string | undefined,
  authority: Authority,
  revocation: Omit<Revocation, 'serial'>,
  list: RevocationList | null,
): Promise<Outcome<readonly Revocation[]>> {
  if (path === undefined) return ok([]);
  const bytes = readBytes(nodeFileSystem, path, keyLimitBytes);
  if (!bytes.ok) return bytes;
  const certificates = readCertificates(bytes.value, basename(path));
  if (!certificates.ok) return certificates;
  const [certificate] = certificates.value;
  if (certificate === undefined || !(await isIssuedByKey(x509Of(certificate), x509Of(authority.certificate)))) {
    return fail(problem('authority/not-issuer', { file: basename(path) }));
  }
  const serial = serialOf(certificate);
  const known = list?.revocations.find((each) => each.serial === serial);
  if (known !== undefined) return fail(problem('authority/already-revoked', { unit: certificate.unitName, from: known.from }));
  return ok([{ serial, ...revocation }]);
}

function reasonOf(args: Arguments): Outcome<RevocationReason> {
  const asked = args.text('reason') ?? 'unspecified';
  const known = Object.keys(revocationReasons).find((each): each is RevocationReason => each === asked);
  return known === undefined ? fail(problem('usage/bad-value', { argument: '--reason', value: asked, expected: reasons })) : ok(known);
}
