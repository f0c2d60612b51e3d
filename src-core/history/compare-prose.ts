/** The difference between two versions of a section, kept as small as it is exact. */
import { canonicalJson } from '../lib/canonical-json.ts';
import type { Block } from '../narrative/narrative.ts';
import type { FilingChange, Wording } from './change.ts';

/** Enough to know the place again, and to show it to a reader. */
const contextLength = 12;

/** At most one change; `null` where the filing has no such section. */
export function compareSection(section: string, from: readonly Block[] | null, to: readonly Block[] | null): readonly FilingChange[] {
  if (from === null || to === null) return from === to ? [] : [{ kind: 'section', section, from, to }];
  const old = from.map(canonicalJson);
  const young = to.map(canonicalJson);
  const start = commonStart(old, young);
  const end = commonEnd(old, young, start);
  const removed = from.slice(start, from.length - end);
  const added = to.slice(start, to.length - end);
  if (removed.length === 0 && added.length === 0) return [];
  const [left, right] = [removed[0], added[0]];
  if (removed.length === 1 && added.length === 1 && left !== undefined && right !== undefined) {
    const wording = compareWording(section, start, left, right);
    if (wording !== null) return [wording];
  }
  return [{ kind: 'blocks', section, at: start, from: removed, to: added }];
}

/** The text of a run of a paragraph or heading; null for a bound figure, a list, and where there is no such run. */
export function textOfRun(block: Block, run: number): string | null {
  const inline = block.kind === 'list' ? undefined : block.content[run];
  return inline?.kind === 'text' ? inline.text : null;
}

/** The same block with another text in a run; it has to be one that `textOfRun` reads. */
export function withTextInRun(block: Block, run: number, text: string): Block {
  if (block.kind === 'list') throw new Error('a list has no runs of its own');
  return { ...block, content: block.content.with(run, { kind: 'text', text }) };
}

function compareWording(section: string, block: number, from: Block, to: Block): Wording | null {
  if (from.kind === 'list' || to.kind === 'list') return null;
  const run = from.content.findIndex((each, index) => canonicalJson(each) !== canonicalJson(to.content[index] ?? null));
  const old = textOfRun(from, run);
  const young = textOfRun(to, run);
  if (old === null || young === null || canonicalJson(withTextInRun(from, run, young)) !== canonicalJson(to)) return null;
  const at = wholeBefore(old, commonStart(old, young));
  const end = wholeAfter(old, commonEnd(old, young, at));
  return {
    kind: 'wording',
    section,
    block,
    run,
    at,
    before: old.slice(wholeBefore(old, Math.max(0, at - contextLength)), at),
    after: old.slice(old.length - end, old.length - wholeAfter(old, Math.max(0, end - contextLength))),
    from: old.slice(at, old.length - end),
    to: young.slice(at, young.length - end),
  };
}

/** How many elements at the beginning of two lists, or code units of two texts, are equal. */
function commonStart(left: ArrayLike<string>, right: ArrayLike<string>): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  while (count < most && left[count] === right[count]) count += 1;
  return count;
}

/** How many at the end are equal, of those that the common start leaves. */
function commonEnd(left: ArrayLike<string>, right: ArrayLike<string>, start: number): number {
  const most = Math.min(left.length, right.length) - start;
  let count = 0;
  while (count < most && left[left.length - 1 - count] === right[right.length - 1 - count]) count += 1;
  return count;
}

/** Not between the halves of a character: such a text could not be written down. */
function wholeBefore(text: string, at: number): number {
  return at > 0 && /[\uD800-\uDBFF]/u.test(text.charAt(at - 1)) ? at - 1 : at;
}

/** The same for a place that is counted from the end. */
function wholeAfter(text: string, fromEnd: number): number {
  return fromEnd > 0 && /[\uDC00-\uDFFF]/u.test(text.charAt(text.length - fromEnd)) ? fromEnd - 1 : fromEnd;
}
