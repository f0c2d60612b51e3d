/** Verifies files for the window: with what this office trusts; receipts among them are taken in. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { VerifiedFile } from '#core/ipc/views.ts';
import type { VerifiedPaths } from '../receipts/find-bundle.ts';
import { encryptedAt } from '../receipts/open-encrypted.ts';
import { takeReceipts } from '../receipts/take-receipts.ts';
import { noTrust } from '../signing/trust-store.ts';
import { trustStoreOf } from '../trust/trust-store-of.ts';
import { verifyFiles } from '../use-cases/verify-files.ts';
import type { HandlerContext } from './context.ts';
import { judgingOf } from './receipt-handlers.ts';

/** Also where no workspace could be opened: then nobody is registered, and no receipt is kept. */
export async function verifyHere(
  context: HandlerContext,
  verified: VerifiedPaths,
  paths: readonly string[],
): Promise<Outcome<readonly VerifiedFile[]>> {
  const { identities, editions, workspace, now } = context;
  if (!editions.ok) return editions;
  const trust = workspace.ok ? trustStoreOf(workspace.value) : noTrust;
  const done = await verifyFiles({ paths, identities, trust, editions: editions.value, now: now() });
  if (!done.ok) return done;
  verified.show(paths);
  const judging = judgingOf(context);
  const files: VerifiedFile[] = [];
  for (const [index, { path, ...file }] of done.value.entries()) {
    const digest = 'report' in file ? file.report.bundleDigest : null;
    if (digest !== null) verified.keep(digest, path);
    const isReceipt = 'report' in file && file.report.reasons.some(({ details }) => details['found'] === 'receipt.json');
    const taken = isReceipt && judging.ok && workspace.ok ? await takeReceipts(workspace.value, [path], judging.value) : ok([]);
    if (!taken.ok) return taken;
    const [receipt] = taken.value;
    if (receipt !== undefined) files[index] = { fileName: file.fileName, taken: receipt };
    else files[index] = isNoContainer(file) ? (encryptedAt(path) ?? file) : file;
  }
  return ok(files);
}

function isNoContainer(file: VerifiedFile): boolean {
  return 'report' in file && file.report.reasons.some(({ code }) => code === 'container/not-a-zip');
}
