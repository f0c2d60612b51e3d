/** The superior's address file in the data folder: kept as it came, and verified again at each use. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { describeReason } from '#core/text/describe-reason.ts';
import type { Channel } from '#core/bundle/channel.ts';
import { describeWriteFailure, writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import type { TrustStore } from '../signing/trust-store.ts';
import { channelLimitBytes, verifyChannel, type ChannelReport } from './verify-channel.ts';

export type KnownChannel = ChannelReport & { readonly channel: Channel };

function pathIn(data: string): string {
  return join(data, 'channel', 'channel.asice');
}

/** The channel with what speaks against it today; null where there is none, or what is there is none any more. */
export async function readChannel(data: string, trust: TrustStore, now: Date): Promise<KnownChannel | null> {
  const bytes = readBytes(nodeFileSystem, pathIn(data), channelLimitBytes);
  if (!bytes.ok) return null;
  const report = await verifyChannel(bytes.value, trust, now);
  return report.channel === null ? null : { ...report, channel: report.channel };
}

/** Takes a file over, if everything about it is right. upload/channel-refused { zh, en }, file/…. */
export async function takeChannel(data: string, path: string, trust: TrustStore, now: Date): Promise<Outcome<null>> {
  const bytes = readBytes(nodeFileSystem, path, channelLimitBytes);
  if (!bytes.ok) return bytes;
  const { reasons, channel } = await verifyChannel(bytes.value, trust, now);
  if (reasons.length > 0 || channel === null) {
    const [zh, en] = (['zh', 'en'] as const).map((language) => reasons.map((each) => describeReason(each, language)).join(' '));
    return fail(problem('upload/channel-refused', { zh: zh ?? '', en: en ?? '' }));
  }
  try {
    mkdirSync(dirname(pathIn(data)), { recursive: true });
  } catch (error) {
    return fail(describeWriteFailure(error, data));
  }
  return writeAtomically(nodeFileSystem, pathIn(data), bytes.value);
}

export function forgetChannel(data: string): Outcome<null> {
  try {
    rmSync(dirname(pathIn(data)), { recursive: true, force: true });
    return ok(null);
  } catch (error) {
    return fail(describeWriteFailure(error, pathIn(data)));
  }
}
