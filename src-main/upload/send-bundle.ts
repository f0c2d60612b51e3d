/** Sends one bundle over a channel: resumable by tus 1.0 (creation and offset), or as one body by PUT or POST. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Channel } from '#core/bundle/channel.ts';
import { containerMimetype } from '#core/bundle/entry-names.ts';
import { sha256Base64 } from '../signing/digest.ts';
import { refusedBy } from './answers.ts';
import type { HttpsAnswer, HttpsCall, HttpsCaller } from './https-call.ts';

export type Sending = {
  readonly channel: Channel;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** SHA-256 of the bundle's manifest. */
  readonly bundleDigest: string;
  /** Where an earlier attempt was cut off; null for a first one. */
  readonly resumeAt: string | null;
  readonly call: HttpsCaller;
  readonly signal: AbortSignal;
  /** Told where the server keeps the upload as soon as it says so, and how much it has. */
  readonly onPlace: (place: string) => Promise<void>;
  readonly onProgress: (sent: number) => void;
};

/** Small enough that a cut on a poor line costs little. */
const pieceBytes = 256 * 1024;
const version = { 'tus-resumable': '1.0.0' };

/** Resolves once the server has confirmed all of it. upload/…. */
export function sendBundle(sending: Sending): Promise<Outcome<null>> {
  return sending.channel.protocol === 'tus' ? sendByTus(sending) : sendAtOnce(sending);
}

async function sendAtOnce({ channel, bytes, fileName, bundleDigest, call, signal, onProgress }: Sending): Promise<Outcome<null>> {
  const isPut = channel.protocol === 'put';
  const url = isPut ? new URL(encodeURIComponent(fileName), withSlash(channel.address)) : new URL(channel.address);
  const headers = {
    'content-type': containerMimetype,
    'content-digest': `sha-256=:${sha256Base64(bytes)}:`,
    'nianbao-bundle-digest': bundleDigest,
  };
  const answer = await call({ method: isPut ? 'PUT' : 'POST', url, headers, body: bytes }, signal);
  if (!answer.ok) return answer;
  if (!isFine(answer.value)) return fail(refusedBy(url, answer.value.status));
  onProgress(bytes.length);
  return ok(null);
}

async function sendByTus(sending: Sending): Promise<Outcome<null>> {
  const place = await placeOf(sending);
  if (!place.ok) return place;
  const { bytes, call, signal, onProgress } = sending;
  let { offset } = place.value;
  const { url } = place.value;
  onProgress(offset);
  while (offset < bytes.length) {
    const piece = bytes.subarray(offset, offset + pieceBytes);
    const headers = { ...version, 'content-type': 'application/offset+octet-stream', 'upload-offset': offset };
    const answer = await call({ method: 'PATCH', url, headers, body: piece }, signal);
    if (!answer.ok) return answer;
    if (!isFine(answer.value)) return fail(refusedBy(url, answer.value.status));
    const next = offsetIn(answer.value);
    // A server that goes back or runs ahead does not count what it was given.
    if (next === null || next <= offset || next > offset + piece.length)
      return fail(problem('upload/bad-answer', { host: url.host, what: 'Upload-Offset' }));
    offset = next;
    onProgress(offset);
  }
  return ok(null);
}

/** Where the server keeps the upload and how much it has: of the earlier attempt where it still knows it, else of a new one. */
async function placeOf(sending: Sending): Promise<Outcome<{ readonly url: URL; readonly offset: number }>> {
  const { resumeAt, call, signal, bytes } = sending;
  if (resumeAt !== null) {
    const url = new URL(resumeAt);
    const answer = await call({ method: 'HEAD', url, headers: version, body: null }, signal);
    if (!answer.ok) return answer;
    const offset = offsetIn(answer.value);
    if (isFine(answer.value) && offset !== null && offset <= bytes.length) return ok({ url, offset });
    if (answer.value.status >= 500) return fail(refusedBy(url, answer.value.status));
  }
  return createUpload(sending);
}

async function createUpload(sending: Sending): Promise<Outcome<{ readonly url: URL; readonly offset: number }>> {
  const { channel, bytes, fileName, bundleDigest, call, signal, onPlace } = sending;
  const url = new URL(channel.address);
  const metadata = Object.entries({ filename: fileName, filetype: containerMimetype, 'bundle-digest': bundleDigest })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  const order: HttpsCall = {
    method: 'POST',
    url,
    headers: { ...version, 'upload-length': bytes.length, 'upload-metadata': metadata },
    body: new Uint8Array(),
  };
  const answer = await call(order, signal);
  if (!answer.ok) return answer;
  if (answer.value.status !== 201) return fail(refusedBy(url, answer.value.status));
  const place = placeIn(answer.value, url);
  if (place === null) return fail(problem('upload/bad-answer', { host: url.host, what: 'Location' }));
  await onPlace(place.href);
  return ok({ url: place, offset: 0 });
}

/** A place on the server that the superior named, and nowhere else. */
function placeIn({ headers }: HttpsAnswer, base: URL): URL | null {
  const { location } = headers;
  if (typeof location !== 'string' || !URL.canParse(location, base.href)) return null;
  const place = new URL(location, base);
  return place.origin === base.origin ? place : null;
}

function offsetIn({ headers }: HttpsAnswer): number | null {
  const text = headers['upload-offset'];
  return typeof text === 'string' && /^\d{1,12}$/u.test(text) ? Number(text) : null;
}

function isFine({ status }: HttpsAnswer): boolean {
  return status >= 200 && status < 300;
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
