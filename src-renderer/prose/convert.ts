/** Blocks as a document of the editor, and back. */
import type { Node } from 'prosemirror-model';
import { assertNever } from '#core/lib/assert-never.ts';
import type { Block, Inline } from '#core/narrative/narrative.ts';
import { cellOfFigure, isFigure, isLine, isOrdered, levelOf, proseSchema } from './schema.ts';

const { doc, paragraph, heading, list, item, figure } = proseSchema.nodes;
/** A line of the editor is one line: a break inside a text reads as a space, as in `plainText`. */
const lineBreaks = /\r\n|[\n\r\u2028\u2029]/gu;

/** No blocks are one empty paragraph: there is always a line to write on. */
export function docOf(blocks: readonly Block[]): Node {
  return doc.create(null, blocks.length === 0 ? paragraph.create() : nodesOf(blocks));
}

export function nodesOf(blocks: readonly Block[]): readonly Node[] {
  return blocks.map(nodeOf);
}

/**
 * What is written. Blank lines say nothing and are left out, as `narrativeFromText` leaves them out; half characters,
 * which no disk can hold, become the replacement character. Other blocks come back as `docOf` was given them.
 */
export function blocksOf(node: Node): readonly Block[] {
  return node.children.flatMap((child): readonly Block[] => {
    switch (child.type) {
      case paragraph:
        return isBlank(child) ? [] : [{ kind: 'paragraph', content: inlinesOf(child) }];
      case heading:
        return isBlank(child) ? [] : [{ kind: 'heading', level: levelOf(child), content: inlinesOf(child) }];
      case list: {
        const items = child.children.filter((each) => !isBlank(each)).map(inlinesOf);
        return items.length === 0 ? [] : [{ kind: 'list', ordered: isOrdered(child), items }];
      }
      default:
        throw new Error(`a ${child.type.name} is no block`);
    }
  });
}

/** A line without words and without figures, or a list of such lines. */
export function isBlank(node: Node): boolean {
  if (!isLine(node)) return node.children.every(isBlank);
  return node.children.every((child) => child.isText && (child.text ?? '').trim() === '');
}

export function inlinesOf(line: Node): readonly Inline[] {
  return line.children.map((child) =>
    isFigure(child) ? { kind: 'figure', cell: cellOfFigure(child) } : { kind: 'text', text: wellFormed(child.text ?? '') },
  );
}

function nodeOf(block: Block): Node {
  switch (block.kind) {
    case 'paragraph':
      return paragraph.create(null, inlineNodesOf(block.content));
    case 'heading':
      return heading.create({ level: block.level }, inlineNodesOf(block.content));
    case 'list': {
      const items = block.items.length === 0 ? [[]] : block.items;
      return list.create(
        { ordered: block.ordered },
        items.map((each) => item.create(null, inlineNodesOf(each))),
      );
    }
    default:
      return assertNever(block);
  }
}

export function inlineNodesOf(content: readonly Inline[]): readonly Node[] {
  return content.flatMap((part) => {
    if (part.kind === 'figure') return [figure.create({ cell: part.cell })];
    return part.text === '' ? [] : [proseSchema.text(part.text.replaceAll(lineBreaks, ' '))];
  });
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
