/** The superior's signed word on where bundles may be uploaded: the address, how, and which certificates its server may have. */
import * as v from 'valibot';
import { isSuperior } from '../form/division-code.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { decode, parseJson } from '../lib/decode.ts';
import type { Outcome } from '../lib/outcome.ts';
import { reason } from './checked.ts';
import { channelName } from './entry-names.ts';
import type { Reason, Signer } from './verdict.ts';

export const channelFormat = 'nianbao.channel/1';

/** `tus`: resumable, https://tus.io/protocols/resumable-upload 1.0; the others send the file as one body. */
export const uploadProtocols = ['tus', 'put', 'post'] as const;
export type UploadProtocol = (typeof uploadProtocols)[number];

/** No user, no password, no query: an address is read out over the telephone, and nothing hides in it. */
const address = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._~/-]*)?$/u, 'an https address'),
);
const receipts = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?\/[A-Za-z0-9._~/-]*\{digest\}[A-Za-z0-9._~/-]*$/u, 'an https address with {digest}'),
);
const pem = v.pipe(
  v.string(),
  v.maxLength(20_000),
  v.regex(/^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+-----END CERTIFICATE-----\n?$/u),
);

const schema = v.strictObject({
  format: v.literal(channelFormat),
  /** Who receives: the signer. */
  office: v.strictObject({
    code: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  }),
  address,
  protocol: v.picklist(uploadProtocols),
  /** Where the receipt of a bundle is fetched, by the bundle's digest; null where receipts come another way. */
  receipts: v.nullable(receipts),
  /** PEM: the server's certificate has to be one of these, or issued under one of them; no other authority counts. */
  authorities: v.pipe(v.array(pem), v.minLength(1), v.maxLength(10)),
  /** ISO 8601; null for one without an end. */
  until: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
});
export type Channel = v.InferOutput<typeof schema>;

/** Whether bundles can be uploaded there, or, with `{digest}`, receipts fetched from there. */
export function isChannelAddress(text: string): boolean {
  return v.is(address, text);
}
export function isReceiptsAddress(text: string): boolean {
  return v.is(receipts, text);
}
export function isChannelEnd(text: string): boolean {
  return v.is(v.pipe(v.string(), v.isoTimestamp()), text);
}

export function encodeChannel(channel: Channel): string {
  return canonicalJson(channel);
}

/** file/not-json, or upload/malformed-channel { place, expected }. */
export function decodeChannel(content: string): Outcome<Channel> {
  const json = parseJson(content, { file: channelName });
  return json.ok ? decode(schema, json.value, 'upload/malformed-channel', { file: channelName }) : json;
}

/** Why a channel may not be used: somebody else signed it, or its time is over. */
export function checkChannel(channel: Channel, signer: Signer, now: Date): readonly Reason[] {
  const { office, until } = channel;
  if (office.code !== signer.unitCode) return [reason('channel/wrong-office', { office: office.name, signer: signer.unitName })];
  return until !== null && Date.parse(until) < now.getTime() ? [reason('channel/expired', { until })] : [];
}

/** Whether bundles of this unit go there: to its own office or one above it. Manual codes have no order: the user chose the file. */
export function isForUnit({ office }: Channel, unitCode: string): boolean {
  const areDivisions = /^\d+$/u.test(office.code) && /^\d+$/u.test(unitCode);
  return !areDivisions || office.code === unitCode || isSuperior(office.code, unitCode);
}
