/** What an opening found that the user has to know: a copy in the place of a broken file, or a file older than what was saved. */
import * as v from 'valibot';
import { parseJson } from '../lib/decode.ts';
import { lostEditsSchema } from './last-save.ts';

const text = v.pipe(v.string(), v.maxLength(10_000));
const recovered = v.object({
  kind: v.literal('recovered'),
  setAside: text,
  copy: v.object({ kind: v.picklist(['generation', 'backup']), name: text }),
  savedAt: text,
  lost: lostEditsSchema,
});
const older = v.object({ kind: v.literal('older'), lost: v.variant('kind', [lostEditsSchema.options[1]]) });
const schema = v.array(v.object({ at: text, report: v.variant('kind', [recovered, older]) }));

export type Accident = v.InferOutput<typeof schema>[number];

/** None where the text is none of ours: what was lost cannot be told any more, and nothing else depends on it. */
export function decodeAccidents(stored: string): readonly Accident[] {
  const parsed = parseJson(stored, { file: 'accidents.json' });
  return parsed.ok && v.is(schema, parsed.value) ? parsed.value : [];
}

/** What could not be kept is found again at the next opening. */
export function sameAccident(left: Accident, right: Accident): boolean {
  return JSON.stringify(left.report) === JSON.stringify(right.report);
}
