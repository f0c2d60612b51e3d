/** The document of the prose editor: the blocks and inlines of `core/narrative`, and nothing else. */
import { Schema, type Node } from 'prosemirror-model';
import { isCellKey, type CellKey } from '#core/form/cell-key.ts';

/** Names a bound figure in copied HTML. */
export const cellAttribute = 'data-nianbao-cell';
/** Names a heading's level there. */
export const levelAttribute = 'data-nianbao-level';

/** Carries what a foreign `style` said; the policy of the page forbids that attribute even where nothing is shown. */
export const lookAttribute = 'data-nianbao-look';

export const proseSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      toDOM: () => ['p', 0],
      parseDOM: [{ tag: 'p' }],
    },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { level: { default: 2 } },
      defining: true,
      // The section's own heading is an h2 of the page.
      toDOM: (node) => [levelOf(node) === 2 ? 'h3' : 'h4', { [levelAttribute]: String(levelOf(node)) }, 0],
      parseDOM: [
        { tag: `h3[${levelAttribute}]`, attrs: { level: 2 } },
        { tag: `h4[${levelAttribute}]`, attrs: { level: 3 } },
      ],
    },
    list: {
      group: 'block',
      content: 'item+',
      attrs: { ordered: { default: false } },
      toDOM: (node) => [isOrdered(node) ? 'ol' : 'ul', 0],
      parseDOM: [
        { tag: 'ol', attrs: { ordered: true } },
        { tag: 'ul', attrs: { ordered: false } },
      ],
    },
    item: {
      content: 'inline*',
      defining: true,
      toDOM: () => ['li', 0],
      parseDOM: [{ tag: 'li' }],
    },
    text: { group: 'inline' },
    figure: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { cell: { validate: 'string' } },
      toDOM: (node) => ['span', { [cellAttribute]: cellOfFigure(node) }],
      parseDOM: [
        {
          tag: `span[${cellAttribute}]`,
          getAttrs: (element) => {
            const cell = element.getAttribute(cellAttribute) ?? '';
            return isCellKey(cell) ? { cell } : false;
          },
        },
      ],
    },
  },
});

/** A line of the document holds inlines: a paragraph, a heading or an item of a list. */
export function isLine(node: Node): boolean {
  return node.isTextblock;
}

export function isFigure(node: Node | null | undefined): boolean {
  return node?.type === proseSchema.nodes.figure;
}

/** @throws Error when the node is no figure (attributes are checked where figures are made). */
export function cellOfFigure(node: Node): CellKey {
  const cell: unknown = node.attrs['cell'];
  if (typeof cell !== 'string' || !isCellKey(cell)) throw new Error('a node without a cell is no figure');
  return cell;
}

export function levelOf(heading: Node): 2 | 3 {
  return heading.attrs['level'] === 3 ? 3 : 2;
}

export function isOrdered(list: Node): boolean {
  return list.attrs['ordered'] === true;
}
