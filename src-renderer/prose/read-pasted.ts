/** Pasted HTML as blocks: headings, paragraphs, lists and the lines of tables stay, every look is left behind. */
import { isCellKey, type CellKey } from '#core/form/cell-key.ts';
import type { Block, Inline } from '#core/narrative/narrative.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { LineWriter, plainLook, type Look, type PastedLine } from './line-writer.ts';
import { cellAttribute, levelAttribute, lookAttribute } from './schema.ts';

/** As much of a DOM node as is read here. */
export type PastedNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<PastedNode>;
  readonly getAttribute?: (name: string) => string | null;
};

const elementNode = 1;
const textNode = 3;
const silent = new Set(
  'head style script noscript template title meta link svg math object iframe img video audio canvas select'.split(' '),
);
const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);

/** `isKnown` tells the cells of this form: a figure bound to another one comes as the text it showed. */
export function blocksFromPasted(root: PastedNode, isKnown: (cell: CellKey) => boolean): readonly Block[] {
  const writer = new LineWriter();
  read(root, { writer, isKnown, list: null, look: plainLook, isInRow: false });
  return blocksFrom(writer.end());
}

type Reading = {
  readonly writer: LineWriter;
  readonly isKnown: (cell: CellKey) => boolean;
  readonly list: 'bullet' | 'ordered' | null;
  /** Of the innermost element that says what its lines are. */
  readonly look: Look;
  /** A row of a table is one line, whatever its cells hold. */
  readonly isInRow: boolean;
};

function read(node: PastedNode, reading: Reading): void {
  const { writer } = reading;
  if (node.nodeType === textNode) {
    writer.text(node.nodeValue ?? '');
    return;
  }
  const name = node.nodeName.toLowerCase();
  const style = styleOf(node);
  if (silent.has(name) || /display:none|mso-hide:all/u.test(style)) return;
  if (name === 'br') {
    if (reading.isInRow) writer.text(' ');
    else writer.break();
    return;
  }
  const cell = attributeOf(node, cellAttribute);
  if (cell !== '' && isCellKey(cell) && reading.isKnown(cell)) {
    writer.figure(cell);
    return;
  }
  if (/mso-list:ignore/u.test(style)) {
    // Word and WPS write the number or bullet of a list's line into the text.
    writer.mark(textOf(node));
    return;
  }
  if (!blocks.has(name)) {
    readChildren(node, reading);
    return;
  }
  if (reading.isInRow) {
    writer.text(' ');
    readChildren(node, reading);
    writer.text(' ');
    return;
  }
  const list = name === 'ol' ? 'ordered' : name === 'ul' ? 'bullet' : reading.list;
  const look = lookOf(node, name, style, list) ?? reading.look;
  writer.begin(look);
  readChildren(node, { ...reading, list, look, isInRow: name === 'tr' });
  writer.begin(reading.look);
}

function readChildren(node: PastedNode, reading: Reading): void {
  for (const child of Array.from(node.childNodes)) read(child, reading);
}

/** What the element says about its lines; null where it says nothing. */
function lookOf(node: PastedNode, name: string, style: string, list: Reading['list']): Look | null {
  const own = attributeOf(node, levelAttribute);
  if (own === '2' || own === '3') return { kind: 'heading', depth: 0, level: own === '2' ? 2 : 3 };
  const depth = /^h([1-6])$/u.exec(name)?.[1];
  if (depth !== undefined) return { kind: 'heading', depth: Number(depth), level: null };
  if (name === 'li') return { kind: list ?? 'bullet', depth: 0, level: null };
  return /mso-list:l\d/u.test(style) ? { kind: 'marked', depth: 0, level: null } : null;
}

/** Headings by their text where it has a number, otherwise by their depth: the least of the pasted ones is level 2. */
function blocksFrom(lines: readonly PastedLine[]): readonly Block[] {
  const least = Math.min(...lines.filter((each) => each.kind === 'heading' && each.level === null).map((each) => each.depth));
  const made: Block[] = [];
  for (const { kind, level, depth, content } of lines) {
    const last = made.at(-1);
    if (kind === 'bullet' || kind === 'ordered') {
      const ordered = kind === 'ordered';
      if (last?.kind === 'list' && last.ordered === ordered) made[made.length - 1] = { ...last, items: [...last.items, content] };
      else made.push({ kind: 'list', ordered, items: [content] });
      continue;
    }
    const byText = level ?? levelByText(content);
    if (byText !== null) made.push({ kind: 'heading', level: byText, content });
    else if (kind === 'heading') made.push({ kind, level: depth <= least ? 2 : 3, content });
    else made.push({ kind: 'paragraph', content });
  }
  return made;
}

function levelByText(content: readonly Inline[]): 2 | 3 | null {
  const text = content.map((part) => (part.kind === 'text' ? part.text : '0')).join('');
  const [block] = narrativeFromText(text);
  return block?.kind === 'heading' ? block.level : null;
}

function styleOf(node: PastedNode): string {
  return attributeOf(node, lookAttribute).toLowerCase().replaceAll(/\s+/gu, '');
}

function attributeOf(node: PastedNode, name: string): string {
  return node.nodeType === elementNode ? (node.getAttribute?.(name) ?? '') : '';
}

function textOf(node: PastedNode): string {
  if (node.nodeType === textNode) return node.nodeValue ?? '';
  return Array.from(node.childNodes).map(textOf).join('');
}
