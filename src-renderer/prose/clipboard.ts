/** Copy, cut, paste and drop: figures stay bound, structure stays, every look goes. */
import { DOMSerializer, type Fragment, type Node } from 'prosemirror-model';
import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Block } from '#core/narrative/narrative.ts';
import { blocksToText, narrativeFromText, type ShowFigure } from '#core/narrative/narrative-text.ts';
import { blocksOf, docOf } from './convert.ts';
import { insertBlocks } from './insert-blocks.ts';
import { parsePasted } from './pasted-html.ts';
import { blocksFromPasted } from './read-pasted.ts';
import { cellAttribute, cellOfFigure, proseSchema } from './schema.ts';

export type ClipboardOrder = {
  /** How a figure reads outside the app. */
  readonly show: ShowFigure;
  readonly isKnown: (cell: CellKey) => boolean;
  /** Something without words was pasted or dropped, such as a picture: nothing was changed. */
  readonly onRefused: () => void;
};

export function proseClipboard({ show, isKnown, onRefused }: ClipboardOrder): Plugin {
  const serializer = new DOMSerializer(
    {
      ...DOMSerializer.nodesFromSchema(proseSchema),
      figure: (node) => ['span', { [cellAttribute]: cellOfFigure(node) }, show(cellOfFigure(node))],
    },
    {},
  );
  const take = (view: EditorView, data: DataTransfer): void => {
    const blocks = read(data);
    if (blocks.length > 0) view.dispatch(insertBlocks(view.state.tr, blocks).scrollIntoView().setMeta('uiEvent', 'paste'));
    else if (data.files.length > 0 || data.types.includes('text/html')) onRefused();
  };
  const read = (data: DataTransfer): readonly Block[] => {
    const html = data.getData('text/html');
    const blocks = html === '' ? [] : blocksFromPasted(parsePasted(html), isKnown);
    return blocks.length > 0 ? blocks : narrativeFromText(data.getData('text/plain'));
  };
  return new Plugin({
    props: {
      clipboardSerializer: serializer,
      clipboardTextSerializer: ({ content }) => blocksToText(blocksOf(closed(content)), show),
      handleDOMEvents: {
        paste: (view, event) => {
          event.preventDefault();
          if (event.clipboardData !== null) take(view, event.clipboardData);
          return true;
        },
        drop: (view, event) => {
          // What is moved within the editor is ProseMirror's to move.
          if (view.dragging !== null) return false;
          event.preventDefault();
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (place !== null) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
          if (event.dataTransfer !== null) take(view, event.dataTransfer);
          return true;
        },
      },
    },
  });
}

/** The content of a copied slice as a document: cut lines are lines, items cut from a list are a list. */
function closed(content: Fragment): Node {
  const { doc, paragraph, list, item } = proseSchema.nodes;
  const first = content.firstChild;
  if (first === null) return docOf([]);
  if (first.isInline) return doc.create(null, paragraph.create(null, content));
  return doc.create(null, first.type === item ? list.create(null, content) : content);
}
