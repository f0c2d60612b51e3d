/** Blocks that come into the document at once: pasted, carried over from last year, or the heading of a topic. */
import { Fragment, Slice, type Node } from 'prosemirror-model';
import { Selection, TextSelection, type Transaction } from 'prosemirror-state';
import type { Block } from '#core/narrative/narrative.ts';
import { inlineNodesOf, isBlank, nodesOf } from './convert.ts';
import { proseSchema } from './schema.ts';

/** Puts blocks in the place of the selection: a single line as words of the line that is begun there, others as lines. */
export function insertBlocks(tr: Transaction, blocks: readonly Block[]): Transaction {
  const [first] = blocks;
  if (first === undefined) return tr;
  const isWords = first.kind === 'paragraph' || (first.kind === 'heading' && !isBlank(tr.selection.$from.parent));
  if (blocks.length === 1 && isWords) {
    return tr.replaceSelection(new Slice(Fragment.from(inlineNodesOf(first.content)), 0, 0));
  }
  const isOpen = (block: Block | undefined) => (block?.kind === 'paragraph' ? 1 : 0);
  return tr.replaceSelection(new Slice(Fragment.from(nodesOf(blocks)), isOpen(first), isOpen(blocks.at(-1))));
}

/** Puts a block below the line of the caret, or in its place when it is empty, and goes to its end. */
export function insertBelow(tr: Transaction, block: Block): Transaction {
  const { $to } = tr.selection;
  const [node] = nodesOf([block]);
  if (node === undefined) return tr;
  const top = tr.doc.child($to.index(0));
  const at = $to.before(1);
  if (isBlank(top)) tr.replaceWith(at, at + top.nodeSize, node);
  else tr.insert(at + top.nodeSize, node);
  const end = (isBlank(top) ? at : at + top.nodeSize) + node.nodeSize;
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1));
}

/**
 * Inserts a block before the written block of that index (or behind the last), and an empty paragraph behind it that
 * gets the caret; an empty document becomes just these two.
 */
export function insertAt(tr: Transaction, index: number, block: Block): Transaction {
  const added = [...nodesOf([block]), proseSchema.nodes.paragraph.create()];
  const size = added.reduce((sum, each) => sum + each.nodeSize, 0);
  const at = isBlank(tr.doc) ? 0 : placeOf(tr.doc, index);
  if (isBlank(tr.doc)) tr.replaceWith(0, tr.doc.content.size, added);
  else tr.insert(at, added);
  return tr.setSelection(TextSelection.create(tr.doc, at + size - 1));
}

function placeOf(doc: Node, index: number): number {
  let count = 0;
  let place = doc.content.size;
  doc.forEach((node, offset) => {
    if (isBlank(node)) return;
    if (count === index) place = offset;
    count += 1;
  });
  return place;
}
