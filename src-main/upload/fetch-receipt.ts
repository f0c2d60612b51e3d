/** Fetches the superior's receipt for a bundle; what comes is checked like one from a stick. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { Channel } from '#core/bundle/channel.ts';
import type { HttpsCaller } from './https-call.ts';

/** The bytes of the receipt, null while there is none (204, 202 or 404). upload/no-receipts where the channel has no place for them. */
export async function fetchReceipt(
  channel: Channel,
  bundleDigest: string,
  call: HttpsCaller,
  signal: AbortSignal,
): Promise<Outcome<Uint8Array | null>> {
  if (channel.receipts === null) return fail(problem('upload/no-receipts'));
  const url = new URL(channel.receipts.replace('{digest}', bundleDigest));
  const answer = await call({ method: 'GET', url, headers: {}, body: null }, signal);
  if (!answer.ok) return fail(aboutReceipt(answer.problem, url.host));
  const { status, body } = answer.value;
  if ([202, 204, 404].includes(status)) return ok(null);
  return status === 200 ? ok(body) : fail(problem('upload/receipt-failed', { host: url.host, status }));
}

/** What is said of a cut line is about uploading; here nothing was. */
function aboutReceipt(found: Problem, host: string): Problem {
  if (found.code !== 'upload/no-connection') return found;
  return problem('upload/receipt-unreachable', { host, reason: found.details['reason'] ?? '' });
}
