/** Where a report stands with the people who answer for it: open, or approved and locked until somebody unlocks it with a reason. */
import * as v from 'valibot';

/** As the history calls it, which is built on this. */
const exportAction = 'bundle/export';

export const approveAction = 'review/approve';
export const unlockAction = 'review/unlock';

export type ReviewState =
  /** `reason`: why it was unlocked last, null when it never was approved or has been edited since. */
  | { readonly state: 'open'; readonly reason: string | null }
  | { readonly state: 'approved'; readonly reviewer: string; readonly signatory: string; readonly at: string };

type Entry = { readonly at: string; readonly action: string; readonly detail: unknown };

const approval = v.object({ reviewer: v.string(), signatory: v.string() });
const unlocking = v.object({ reason: v.string() });

/**
 * The newest entry that decides does: an approval stands until it is unlocked, and edits, which are refused meanwhile,
 * can only come before it. Exports and other facts decide nothing. Takes no more entries than it needs.
 */
export function reviewStateOf(newestFirst: Iterable<Entry>): ReviewState {
  for (const { action, at, detail } of newestFirst) {
    if (action === approveAction && v.is(approval, detail)) {
      return { state: 'approved', reviewer: detail.reviewer, signatory: detail.signatory, at };
    }
    if (action === unlockAction) return { state: 'open', reason: v.is(unlocking, detail) ? detail.reason : null };
    if (action.startsWith('filing/')) return { state: 'open', reason: null };
  }
  return { state: 'open', reason: null };
}

/**
 * Why the report was opened again since it went out last, oldest first and each reason once: what an amendment will say by
 * itself. Empty when it never was unlocked since. Takes no entries from before the last export.
 */
export function reasonsSinceExport(newestFirst: Iterable<Entry>): readonly string[] {
  const reasons: string[] = [];
  for (const { action, detail } of newestFirst) {
    if (action === exportAction) break;
    if (action === unlockAction && v.is(unlocking, detail)) reasons.unshift(detail.reason);
  }
  return [...new Set(reasons)];
}
