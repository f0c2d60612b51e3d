/** `@` asks for a figure of the tables; within words such as addresses it is a character like others. */
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

const signs = ['@', '＠'];
const partOfWord = /[\p{Script=Latin}\d._%+-]$/u;

export function mentionTrigger(onmention: () => void): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, from, _to, text) => {
        if (!signs.includes(text) || view.composing || partOfWord.test(textBefore(view, from))) return false;
        if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection());
        onmention();
        return true;
      },
      handleDOMEvents: {
        // An input method hands the sign in as a word of its own.
        compositionend: (view, event) => {
          if (!signs.includes(event.data)) return;
          setTimeout(() => {
            const { from } = view.state.selection;
            if (view.isDestroyed || view.composing || !signs.includes(textBefore(view, from))) return;
            if (partOfWord.test(textBefore(view, from - 1))) return;
            view.dispatch(view.state.tr.delete(from - 1, from));
            onmention();
          });
        },
      },
    },
  });
}

/** The character before a place within its line; empty at its beginning. */
function textBefore(view: EditorView, place: number): string {
  const $place = view.state.doc.resolve(place);
  return $place.parent.textBetween(Math.max(0, $place.parentOffset - 1), $place.parentOffset, '', '');
}
