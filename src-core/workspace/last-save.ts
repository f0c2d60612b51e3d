/** What was last saved (`last-save.json`), kept beside the workspace file so that its loss can be told exactly. */
import * as v from 'valibot';
import { decode, parseJson } from '../lib/decode.ts';
import type { ChangedFiling } from './restore-changes.ts';

export const lastSaveFormat = 'nianbao.last-save/1';

/** A filing with the number of the newest journal entry about it. */
export type EditedFiling = ChangedFiling & { readonly seq: number };

/** A state of the workspace, named by its journal: how many entries it has, and the digest of the last. */
export type JournalHead = { readonly entries: number; readonly last: string };

export type LastSave = {
  readonly format: typeof lastSaveFormat;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly journal: JournalHead;
  /** The filings that were changed last, newest first … */
  readonly edited: readonly EditedFiling[];
  /** … which are all that were changed after this entry of the journal. */
  readonly allAfter: number;
};

/** How many filings are named at most. */
export const mostEdited = 50;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/u));
const edited = v.object({ unitCode: v.string(), unitName: v.string(), reportYear: count, changedAt: moment, seq: count });

/** What is missing in an older copy that was opened in the place of a broken file. */
export const lostEditsSchema = v.variant('kind', [
  /** The copy is the state of the last save on record, of this time. */
  v.object({ kind: v.literal('nothing'), lastSaveAt: moment }),
  /**
   * `filings` have edits that the copy lacks (`isComplete`: no others have); `lastSaveAt` is when the last of all was saved;
   * `steps` is how many edits were saved after the copy, null where nobody can count them.
   */
  v.object({
    kind: v.literal('some'),
    lastSaveAt: moment,
    steps: v.nullable(count),
    filings: v.pipe(v.array(edited), v.readonly()),
    isComplete: v.boolean(),
  }),
  /** Nobody can tell; `lastSaveAt` is when the broken file was last written, if the system says so. */
  v.object({ kind: v.literal('unknown'), lastSaveAt: v.nullable(moment) }),
]);
export type LostEdits = v.InferOutput<typeof lostEditsSchema>;

const schema = v.object({
  format: v.literal(lastSaveFormat),
  savedAt: moment,
  journal: v.object({ entries: count, last: sha256 }),
  edited: v.pipe(v.array(edited), v.maxLength(mostEdited)),
  allAfter: count,
});

/** The record in the file's text, null when it is none: it is a help, and nothing depends on it. */
export function decodeLastSave(text: string): LastSave | null {
  const parsed = parseJson(text);
  if (!parsed.ok) return null;
  const decoded = decode(schema, parsed.value, 'file/not-json');
  return decoded.ok ? decoded.value : null;
}

/** A file that was written so long after the last save we know of was saved again since (FAT keeps times to two seconds). */
const toleranceMilliseconds = 2_000;

/**
 * What a copy with the journal `copy` lacks of what was last saved; `writtenAt` (ISO 8601) is when the broken file was
 * last written, null when it is gone.
 */
export function lostEdits(lastSave: LastSave | null, copy: JournalHead, writtenAt: string | null): LostEdits {
  if (lastSave === null) return { kind: 'unknown', lastSaveAt: writtenAt };
  const { journal, savedAt, allAfter } = lastSave;
  const isStale = writtenAt !== null && Date.parse(writtenAt) > Date.parse(savedAt) + toleranceMilliseconds;
  if (journal.entries !== copy.entries || journal.last !== copy.last) {
    const filings = lastSave.edited.filter(({ seq }) => seq > copy.entries);
    const steps = !isStale && journal.entries > copy.entries ? journal.entries - copy.entries : null;
    return { kind: 'some', lastSaveAt: savedAt, steps, filings, isComplete: copy.entries >= allAfter && !isStale };
  }
  return isStale ? { kind: 'unknown', lastSaveAt: writtenAt } : { kind: 'nothing', lastSaveAt: savedAt };
}

/**
 * What a whole file with the journal `opened` lacks, null when it is as new as what was saved last. The record may be older than
 * the file (it is written after it, and without waiting for the disk), so only more entries in the record say anything.
 */
export function editsAfter(lastSave: LastSave | null, opened: JournalHead): Extract<LostEdits, { kind: 'some' }> | null {
  if (lastSave === null || lastSave.journal.entries <= opened.entries) return null;
  const lost = lostEdits(lastSave, opened, null);
  return lost.kind === 'some' ? lost : null;
}
