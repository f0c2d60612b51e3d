/** What the workspace keeps of an upload: where it was cut off, and when it was done. */
import * as v from 'valibot';
import { parseJson } from '../lib/decode.ts';

const schema = v.strictObject({
  /** Where the server keeps what arrived; null where the upload cannot be gone on with. */
  place: v.nullable(v.pipe(v.string(), v.startsWith('https://'))),
  /** ISO 8601; null while it is not complete. */
  doneAt: v.nullable(v.string()),
});
export type UploadRecord = v.InferOutput<typeof schema>;

export const noUpload: UploadRecord = { place: null, doneAt: null };

/** What is none of ours counts as nothing: the upload begins anew. */
export function readUploadRecord(text: string | null): UploadRecord {
  const parsed = text === null ? null : parseJson(text, { file: 'upload' });
  return parsed?.ok === true && v.is(schema, parsed.value) ? parsed.value : noUpload;
}
