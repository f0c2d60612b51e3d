/** Changes of the document that come from elsewhere, kept as small as they are. */
import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { blocksOf } from './convert.ts';

/** Far more than any section has, far less than what a file may hold. */
const longestDoc = 500_000;

/** Makes the document say what `wanted` says, changing nothing before and after the difference; null when it does already. */
export function replaceDoc(state: EditorState, wanted: Node): Transaction | null {
  const { doc } = state;
  if (saySame(doc, wanted)) return null;
  const start = doc.content.findDiffStart(wanted.content);
  const end = doc.content.findDiffEnd(wanted.content);
  if (start === null || end === null) return null;
  // The common end may reach over the common start: `aa` → `aaa`.
  const overlap = start - Math.min(end.a, end.b);
  const add = Math.max(0, overlap);
  const small = state.tr.replace(start, end.a + add, wanted.slice(start, end.b + add));
  const whole = () => state.tr.replaceWith(0, doc.content.size, wanted.content);
  return (saySame(small.doc, wanted) ? small : whole()).setMeta('addToHistory', false);
}

function saySame(left: Node, right: Node): boolean {
  return canonicalJson(blocksOf(left)) === canonicalJson(blocksOf(right));
}

/** True when the transaction makes a document longer that is too long then. */
export function wouldBeTooLong({ doc, before }: Transaction): boolean {
  return doc.content.size > longestDoc && doc.content.size > before.content.size;
}
