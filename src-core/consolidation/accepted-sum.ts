/** The sum that was accepted last, as it is kept: by the reports that counted in it. */
import * as v from 'valibot';
import { decode, parseJson } from '../lib/decode.ts';
import type { Outcome } from '../lib/outcome.ts';
import type { AcceptedSources } from './movements.ts';

/** `at` is ISO 8601. */
export type AcceptedSum = { readonly at: string; readonly units: AcceptedSources };

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'a SHA-256 digest'));
const schema = v.strictObject({ at: v.string(), units: v.record(v.string(), digest) });

/** @returns file/not-json for what is none */
export function decodeAccepted(text: string, file: string): Outcome<AcceptedSum> {
  const json = parseJson(text, { file });
  return json.ok ? decode(schema, json.value, 'file/not-json', { file }) : json;
}
