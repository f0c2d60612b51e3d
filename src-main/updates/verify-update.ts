/** Verifies the signed notice of a new version: its form, its publisher, and whether it is for this app and computer. */
import { reason } from '#core/bundle/checked.ts';
import { updateName } from '#core/bundle/entry-names.ts';
import { checkUsefulness, decodeUpdateNotice, isOfNoUse, type RunningApp, type UpdateNotice } from '#core/bundle/update-notice.ts';
import { verdictOf, type Reason, type Signer, type Verdict } from '#core/bundle/verdict.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { intactText, openSignedContainer } from '../bundles/signed-container.ts';
import { checkCertificate, signerOf } from '../signing/check-certificate.ts';
import type { TrustStore } from '../signing/trust-store.ts';

/** A notice is some kilobytes. */
export const updateLimitBytes = 8 * 1024 * 1024;

export type UpdateCheck = TrustStore & { readonly bytes: Uint8Array; readonly running: RunningApp; readonly now: Date };

export type UpdateReport = {
  /** Of the file; one that is of no use here can be valid. */
  readonly verdict: Verdict;
  /** A version that is not newer or not for this computer is a reason too. Nothing is installed where there is any. */
  readonly reasons: readonly Reason[];
  readonly signer: Signer | null;
  /** Only where digests and signature hold. */
  readonly notice: UpdateNotice | null;
};

/** Bytes from anywhere: what is wrong with them is a reason, never an exception. */
export async function verifyUpdate({ bytes, running, trusted, pins, lists, now }: UpdateCheck): Promise<UpdateReport> {
  const container = await openSignedContainer(bytes, updateName);
  const { signature } = container;
  if (signature === null) return { verdict: verdictOf(container.reasons), reasons: container.reasons, signer: null, notice: null };
  const certificate = await checkCertificate({ signature, unit: null, trusted, pins, lists, now });
  const read = readNotice(intactText(container, updateName), running);
  const reasons = [...container.reasons, ...certificate, ...read.reasons];
  return { verdict: verdictOf(reasons.filter((each) => !isOfNoUse(each))), reasons, signer: signerOf(signature), notice: read.notice };
}

function readNotice(
  content: string | null,
  running: RunningApp,
): { readonly notice: UpdateNotice | null; readonly reasons: readonly Reason[] } {
  // The container's own reasons say what is wrong with the file.
  if (content === null) return { notice: null, reasons: [] };
  const decoded = decodeUpdateNotice(content);
  if (decoded.ok) return { notice: decoded.value, reasons: checkUsefulness(decoded.value, running) };
  const [zh, en] = [describeProblem(decoded.problem, 'zh'), describeProblem(decoded.problem, 'en')];
  return { notice: null, reasons: [reason('update/unreadable', { zh, en })] };
}
