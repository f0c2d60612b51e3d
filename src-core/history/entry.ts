/** An entry of the journal as the history of a filing reads it: an edit, an undo, a redo, or a fact that nobody takes back. */
import * as v from 'valibot';

/** One entry about a filing; `detail` is JSON of whatever version of the app wrote it. */
export type JournalEntry = {
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly actor: string;
  /** A word of the use case, such as `filing/enter-cells`. */
  readonly action: string;
  readonly detail: unknown;
};

export const undoAction = 'filing/undo';
export const redoAction = 'filing/redo';
export const exportAction = 'bundle/export';

export type EntryRole =
  /** `changes` is not decoded yet; `step` is the seq of the first entry of the step that the edit belongs to. */
  | { readonly kind: 'edit'; readonly step: number; readonly changes: unknown }
  /** The steps that were taken back, newest first. */
  | { readonly kind: 'undo'; readonly steps: readonly number[] }
  /** Those that were made again. */
  | { readonly kind: 'redo'; readonly steps: readonly number[] }
  /** An edit of a version that kept no changes, or the beginning of the filing. */
  | { readonly kind: 'opaque' }
  /** Something that happened and stays: an export, a backup, a receipt. */
  | { readonly kind: 'fact' };

const seqs = v.array(v.number());
const undoDetail = v.object({ undoes: seqs });
const redoDetail = v.object({ redoes: seqs });
const editDetail = v.object({ changes: v.array(v.unknown()), joins: v.optional(v.number()) });

/** What an entry is to the undo of its filing. */
export function roleOf({ seq, action, detail }: JournalEntry): EntryRole {
  if (!action.startsWith('filing/')) return { kind: 'fact' };
  if (action === undoAction) return v.is(undoDetail, detail) ? { kind: 'undo', steps: detail.undoes } : { kind: 'opaque' };
  if (action === redoAction) return v.is(redoDetail, detail) ? { kind: 'redo', steps: detail.redoes } : { kind: 'opaque' };
  if (v.is(editDetail, detail)) return { kind: 'edit', step: detail.joins ?? seq, changes: detail.changes };
  return { kind: 'opaque' };
}
