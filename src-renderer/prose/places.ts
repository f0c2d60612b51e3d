/** Where the characters of a block's plain text stand in the editor's document: findings and comparisons name the former. */
import type { Node } from 'prosemirror-model';
import type { ShowFigure } from '#core/narrative/narrative-text.ts';
import { isBlank } from './convert.ts';
import { cellOfFigure, isFigure, isOrdered, proseSchema } from './schema.ts';

/** The plain text of one block as `passageOf` has it, and for each of its characters the range of the document it stands for. */
export type BlockPlaces = { readonly text: string; readonly from: readonly number[]; readonly to: readonly number[] };

export type DocRange = { readonly from: number; readonly to: number };

type Character = { readonly character: string; readonly from: number; readonly to: number; readonly isBound: boolean };

/** The places of the blocks that `blocksOf` gives, in its order. */
export function placesOf(doc: Node, show: ShowFigure): readonly BlockPlaces[] {
  const blocks: BlockPlaces[] = [];
  doc.forEach((node, offset) => {
    if (!isBlank(node)) blocks.push(placesOfBlock(node, offset, show));
  });
  return blocks;
}

/** The document's range of `start` to `end` of the block's text; null when the text is not so long (it has changed since). */
export function rangeOf(places: BlockPlaces | undefined, start: number, end: number): DocRange | null {
  const from = places?.from[start];
  const to = places?.to[end - 1];
  return from === undefined || to === undefined || from > to ? null : { from, to };
}

function placesOfBlock(node: Node, offset: number, show: ShowFigure): BlockPlaces {
  const all = node.type === proseSchema.nodes.list ? ofList(node, offset, show) : ofLine(node, offset + 1, show);
  const characters = all.filter(({ character }) => character !== '');
  return {
    text: characters.map((each) => each.character).join(''),
    from: characters.map((each) => each.from),
    to: characters.map((each) => each.to),
  };
}

/** Items stand one a line behind their number or bullet, which has no place in the document. */
function ofList(node: Node, offset: number, show: ShowFigure): readonly Character[] {
  const characters: Character[] = [];
  let count = 0;
  node.forEach((item, itemOffset) => {
    if (isBlank(item)) return;
    count += 1;
    const at = offset + itemOffset + 2;
    const mark = isOrdered(node) ? `（${String(count)}）` : '• ';
    const before = (count === 1 ? mark : `\n${mark}`).split('');
    characters.push(...before.map((character) => ({ character, from: at, to: at, isBound: true })), ...ofLine(item, at, show));
  });
  return characters;
}

function ofLine(line: Node, at: number, show: ShowFigure): readonly Character[] {
  const characters: Character[] = [];
  line.forEach((child, offset) => {
    const from = at + offset;
    // Code units, as the places of findings count them.
    const text = child.text ?? '';
    for (let index = 0; index < text.length; index += 1) {
      characters.push({ character: text.charAt(index), from: from + index, to: from + index + 1, isBound: false });
    }
    if (!isFigure(child)) return;
    const place = { from, to: from + child.nodeSize, isBound: true };
    const shown = show(cellOfFigure(child));
    // The place of a blank figure is kept as long as the ends are trimmed: the space beside it is no end.
    if (shown === '') characters.push({ character: '', ...place });
    for (const character of shown.split('')) characters.push({ character, ...place });
  });
  return trim(characters);
}

function trim(characters: readonly Character[]): readonly Character[] {
  const isWord = ({ character, isBound }: Character) => isBound || character.trim() !== '';
  const first = characters.findIndex(isWord);
  return first < 0 ? [] : characters.slice(first, characters.findLastIndex(isWord) + 1);
}
