/** Handlers of `authority/…`. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { withAuthority } from '../signing/authority.ts';
import type { Authority } from '../signing/issue-certificate.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { readPem } from '../signing/pem.ts';
import { writePkcs12 } from '../signing/pkcs12-write.ts';
import { readRequest, type CertificateRequest } from '../signing/request.ts';
import { certificatePem } from '../signing/certificate-file.ts';
import { wholeSecond } from '../signing/time.ts';
import type { Workspace } from '../store/workspace.ts';
import { issueOnRecord, viewIssued } from '../trust/authority-register.ts';
import { checkClock } from '../trust/check-clock.ts';
import { revokeOnRecord } from '../trust/revoke-on-record.ts';
import { rememberOfficer } from '../trust/view-trust.ts';
import type { HandlerContext } from './context.ts';
import { openOwnKey } from './own-key.ts';

type AuthorityChannel = Extract<keyof Handlers, `authority/${string}`>;
/** `isClockRight`: somebody has compared the clock, though what is on record is later. */
type By = {
  readonly unitCode: string;
  readonly passphrase: string | null;
  readonly officer: string;
  readonly isClockRight?: boolean | undefined;
};
type Ready = { readonly open: Workspace; readonly authority: Authority; readonly at: Date; readonly folder: string };

export function authorityHandlers(context: HandlerContext): Pick<Handlers, AuthorityChannel> {
  const { workspace, dialogs, identities, now } = context;
  /** The request that was chosen last, by the token that the screens have for it. */
  let chosen: { readonly token: string; readonly request: CertificateRequest } | null = null;

  /** The office's CA, made when it is first needed, and a folder; null when the user thinks better of it. */
  const asAuthority = async <T>(
    { unitCode, passphrase, officer, isClockRight = false }: By,
    work: (ready: Ready) => Promise<Outcome<T>>,
  ): Promise<Outcome<T | null>> => {
    if (!workspace.ok) return workspace;
    const behind = isClockRight ? null : checkClock(workspace.value.tables, now());
    if (behind !== null) return fail(behind);
    const key = await openOwnKey(context, unitCode, passphrase);
    if (!key.ok) return key;
    const at = wholeSecond(now());
    const own = withAuthority(key.value, at);
    const folder = await dialogs.chooseFolder();
    if (folder === null) return ok(null);
    // A new CA certificate is kept before anything is issued under it: without it nobody could check what was.
    if (own.chain.length !== key.value.chain.length) {
      const p12 = await writePkcs12(own, key.value.passphrase);
      const kept = identities.rewrite(unitCode, { p12, certificatePem: [own.certificate, ...own.chain].map(certificatePem).join('') });
      if (!kept.ok) return kept;
    }
    await rememberOfficer(workspace.value, officer);
    return work({ open: workspace.value, authority: own.authority, at, folder });
  };

  return {
    'authority/issued': () => (workspace.ok ? ok(viewIssued(workspace.value)) : workspace),
    'authority/read-request': async () => {
      const path = await dialogs.chooseIdentityFile('request');
      if (path === null) return ok(null);
      const fileName = basename(path);
      const bytes = readBytes(nodeFileSystem, path, keyLimitBytes);
      if (!bytes.ok) return bytes;
      const request = await readRequest(readPem(bytes.value, ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'])[0] ?? bytes.value);
      if (request === null || request.unitCode === '') return fail(problem('request/malformed', { file: fileName }));
      chosen = { token: randomUUID(), request };
      const { unitCode, unitName, fingerprint, publicKey } = request;
      return ok({ token: chosen.token, fileName, unitCode, unitName, fingerprint, scheme: publicKey.scheme });
    },
    'authority/issue': async ({ token, years, isAuthority, ...by }) => {
      const request = chosen?.token === token ? chosen.request : null;
      if (request === null) return fail(problem('trust/choose-again'));
      return asAuthority(by, ({ open, ...ready }) => issueOnRecord(open, { ...ready, request, years, isAuthority, officer: by.officer }));
    },
    'authority/write-list': ({ revoke, ...by }) =>
      asAuthority(by, async ({ open, ...ready }) => {
        const entry = revoke === null ? null : { ...revoke, from: wholeSecond(new Date(revoke.from)) };
        const written = await revokeOnRecord(open, { ...ready, identities, revoke: entry, officer: by.officer });
        return written.ok ? ok({ fileName: written.value }) : written;
      }),
  };
}
