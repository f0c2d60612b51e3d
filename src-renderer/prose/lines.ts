/** The lines of a document in their order, whatever holds them, and how they become lines of another kind. */
import { Fragment, type Node } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { isLine, isOrdered, levelOf, proseSchema } from './schema.ts';

export const lineKinds = ['paragraph', 'heading2', 'heading3', 'bullet', 'ordered'] as const;
export type LineKind = (typeof lineKinds)[number];

/** `at` is the place of the line's first inline; `top` counts the blocks of the document. */
export type Line = { readonly node: Node; readonly at: number; readonly top: number; readonly kind: LineKind };

const { paragraph, heading, list, item } = proseSchema.nodes;

export function linesOf(doc: Node): readonly Line[] {
  const lines: Line[] = [];
  doc.forEach((node, offset, top) => {
    if (isLine(node)) lines.push({ node, at: offset + 1, top, kind: kindOf(node) });
    else node.forEach((each, inner) => lines.push({ node: each, at: offset + inner + 2, top, kind: kindOf(node) }));
  });
  return lines;
}

/** The kind that all selected lines are of, or null where they differ. */
export function selectedKind(state: EditorState): LineKind | null {
  const [first, ...others] = selectedLines(state);
  return first !== undefined && others.every((each) => each.kind === first.kind) ? first.kind : null;
}

/** Makes the selected lines lines of `kind`; lists of the same kind that meet become one. */
export function makeLines(kind: LineKind): Command {
  return (state, dispatch) => {
    const selected = selectedLines(state);
    if (selected.length === 0 || selected.every((each) => each.kind === kind)) return false;
    dispatch?.(changeKinds(state, selected, kind).scrollIntoView());
    return true;
  };
}

/** As a button does: a second time gives paragraphs again. */
export function toggleLines(kind: LineKind): Command {
  return (state, dispatch) => makeLines(selectedKind(state) === kind ? 'paragraph' : kind)(state, dispatch);
}

function selectedLines(state: EditorState): readonly Line[] {
  const { from, to } = state.selection;
  // A selection that ends where a line begins has nothing of it.
  return linesOf(state.doc).filter(({ node, at }) => (at < to || from === to) && at <= to && from <= at + node.content.size);
}

function changeKinds(state: EditorState, selected: readonly Line[], kind: LineKind): Transaction {
  const { doc, tr, selection } = state;
  const tops = selected.map((each) => each.top);
  const isSameList = (top: number) => doc.maybeChild(top)?.type === list && kindOf(doc.child(top)) === kind;
  let first = Math.min(...tops);
  let last = Math.max(...tops);
  if (isSameList(first - 1)) first -= 1;
  if (isSameList(last + 1)) last += 1;
  const changed = linesOf(doc)
    .filter(({ top }) => top >= first && top <= last)
    .map((line) => ({ node: line.node, kind: selected.some((each) => each.at === line.at) ? kind : line.kind }));
  const from = doc.children.slice(0, first).reduce((sum, each) => sum + each.nodeSize, 0);
  const to = doc.children.slice(0, last + 1).reduce((sum, each) => sum + each.nodeSize, 0);
  tr.replaceWith(from, to, Fragment.from(blocksFrom(changed)));
  return tr.setSelection(
    TextSelection.between(
      tr.doc.resolve(movedPlace(doc, tr.doc, selection.anchor)),
      tr.doc.resolve(movedPlace(doc, tr.doc, selection.head)),
    ),
  );
}

/** Neighbouring lines of one kind of list stand in one list. */
function blocksFrom(lines: readonly { readonly node: Node; readonly kind: LineKind }[]): readonly Node[] {
  const blocks: Node[] = [];
  for (const { node, kind } of lines) {
    if (kind === 'bullet' || kind === 'ordered') {
      const before = blocks.at(-1);
      const added = item.create(null, node.content);
      if (before?.type === list && kindOf(before) === kind) blocks[blocks.length - 1] = before.copy(before.content.addToEnd(added));
      else blocks.push(list.create({ ordered: kind === 'ordered' }, added));
    } else if (kind === 'paragraph') blocks.push(paragraph.create(null, node.content));
    else blocks.push(heading.create({ level: kind === 'heading2' ? 2 : 3 }, node.content));
  }
  return blocks;
}

/** The same place of the same line: changing kinds leaves number and contents of the lines as they are. */
function movedPlace(before: Node, after: Node, place: number): number {
  const lines = linesOf(before);
  const index = Math.max(
    0,
    lines.findLastIndex(({ at }) => at <= place),
  );
  const [old, young] = [lines[index], linesOf(after)[index]];
  if (old === undefined || young === undefined) return place;
  return young.at + Math.min(Math.max(0, place - old.at), young.node.content.size);
}

function kindOf(node: Node): LineKind {
  if (node.type === list) return isOrdered(node) ? 'ordered' : 'bullet';
  if (node.type === heading) return levelOf(node) === 2 ? 'heading2' : 'heading3';
  return 'paragraph';
}
