/** The changes of several edits as a reader wants them: what was typed in twenty goes is one difference. */
import { canonicalJson } from '../lib/canonical-json.ts';
import { placeOf, type FilingChange, type Wording } from './change.ts';

/**
 * One change for each thing, from what stood there first to what stands there last; things that are as they were are
 * left out. The result is for readers: it tells what happened, but is not applied.
 */
export function mergeChanges(changes: readonly FilingChange[]): readonly FilingChange[] {
  const merged: FilingChange[] = [];
  for (const change of changes) {
    const index = merged.findLastIndex((each) => isAboutTheSame(each, change));
    const both = merged[index] === undefined ? null : mergeTwo(merged[index], change);
    if (both === null) merged.push(change);
    else merged[index] = both;
  }
  return merged.filter((each) => canonicalJson(each.from) !== canonicalJson(each.to));
}

function isAboutTheSame(left: FilingChange, right: FilingChange): boolean {
  return placeOf(left) === placeOf(right) && (left.kind === right.kind || ('section' in left && 'section' in right));
}

/** Null for two changes in different places of the same section or list. */
function mergeTwo(first: FilingChange, second: FilingChange): FilingChange | null {
  if (first.kind === 'wording' && second.kind === 'wording') return mergeWordings(first, second);
  if (first.kind === 'justification' && second.kind === 'justification') {
    const isReplaced = first.to === null && second.from === null && first.from?.rule === second.to?.rule;
    return isReplaced ? { ...second, from: first.from } : null;
  }
  if (first.kind === 'blocks' || first.kind !== second.kind) return null;
  // Both are of one kind, and about one thing, so their values are of one type.
  return { ...first, to: second.to } as FilingChange;
}

/** Typing goes on within what was typed just before, or at its end. */
function mergeWordings(first: Wording, second: Wording): Wording | null {
  const start = second.at - first.at;
  const end = start + second.from.length;
  if (first.block !== second.block || first.run !== second.run || start < 0 || end > first.to.length) return null;
  return { ...first, to: first.to.slice(0, start) + second.to + first.to.slice(end) };
}
