/** Words of the document that are marked without being changed: contradictions, and what last year's text does not have. */
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { DocRange } from './places.ts';

export type MarkedWords = DocRange & { readonly look: string; readonly title: string | null };

const key = new PluginKey<DecorationSet>('marked-words');

/** Marks move with the text until others are set. */
export function markingWords(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, marks) => {
        const marked = transaction.getMeta(key) as readonly MarkedWords[] | undefined;
        return marked === undefined ? marks.map(transaction.mapping, transaction.doc) : setOf(marked, transaction);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** A transaction that sets the marks. */
export function markWords(state: EditorState, marked: readonly MarkedWords[]): Transaction {
  return state.tr.setMeta(key, marked).setMeta('addToHistory', false);
}

function setOf(marked: readonly MarkedWords[], { doc }: Transaction): DecorationSet {
  return DecorationSet.create(
    doc,
    marked.map(({ from, to, look, title }) => Decoration.inline(from, to, { class: look, ...(title === null ? {} : { title }) })),
  );
}
