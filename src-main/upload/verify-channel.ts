/** Verifies the signed file about where to upload, and makes one (for the office that receives). */
import { reason } from '#core/bundle/checked.ts';
import { checkChannel, decodeChannel, encodeChannel, type Channel } from '#core/bundle/channel.ts';
import { channelName } from '#core/bundle/entry-names.ts';
import { verdictOf, type Reason, type Signer, type Verdict } from '#core/bundle/verdict.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { intactText, openSignedContainer, writeSignedContainer } from '../bundles/signed-container.ts';
import { checkCertificate, signerOf } from '../signing/check-certificate.ts';
import { problemWithTime } from '../signing/check-key.ts';
import type { OpenedKey } from '../signing/pkcs12-bags.ts';
import { wholeSecond } from '../signing/time.ts';
import type { TrustStore } from '../signing/trust-store.ts';

export type ChannelReport = {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly signer: Signer | null;
  /** Only where digests and signature hold. */
  readonly channel: Channel | null;
};

/** A file of this kind is some kilobytes. */
export const channelLimitBytes = 1024 * 1024;

/** Bytes from anywhere: what is wrong with them is a reason, never an exception. */
export async function verifyChannel(bytes: Uint8Array, trust: TrustStore, now: Date): Promise<ChannelReport> {
  const container = await openSignedContainer(bytes, channelName);
  const { signature } = container;
  if (signature === null) return { verdict: verdictOf(container.reasons), reasons: container.reasons, signer: null, channel: null };
  const signer = signerOf(signature);
  const certificate = await checkCertificate({ signature, unit: null, ...trust, now });
  const read = readChannel(intactText(container, channelName), signer, now);
  const reasons = [...container.reasons, ...certificate, ...read.reasons];
  return { verdict: verdictOf(reasons), reasons, signer, channel: read.channel };
}

function readChannel(content: string | null, signer: Signer, now: Date): Pick<ChannelReport, 'channel' | 'reasons'> {
  if (content === null) return { channel: null, reasons: [] };
  const decoded = decodeChannel(content);
  if (decoded.ok) return { channel: decoded.value, reasons: checkChannel(decoded.value, signer, now) };
  const [zh, en] = [describeProblem(decoded.problem, 'zh'), describeProblem(decoded.problem, 'en')];
  return { channel: null, reasons: [reason('channel/unreadable', { zh, en })] };
}

/** The file's bytes. upload/malformed-channel where the channel would not be read again; key/…. */
export function sealChannel(channel: Channel, key: OpenedKey, now: Date): Outcome<Uint8Array> {
  const at = wholeSecond(now);
  const wrong = problemWithTime(key.certificate, at);
  if (wrong !== null) return fail(wrong);
  const content = encodeChannel(channel);
  const read = decodeChannel(content);
  if (!read.ok) return read;
  const entry = { name: channelName, mediaType: 'application/json', bytes: new TextEncoder().encode(content) };
  return ok(writeSignedContainer([entry], key, at));
}
