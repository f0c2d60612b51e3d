/** A web page, or Word's text as one, becomes blocks: parsed as data, never shown, nothing in it run or fetched. */
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Block, RawCell } from '#core/intake/document/document.ts';
import { ReadRefusal } from './read-refusal.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements without words of the report. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'head', 'select', 'button', 'textarea', 'svg', 'iframe', 'object']);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr o:p q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
/** A page nested deeper than this was made to break its readers. */
const deepest = 1_500;

/** The blocks of a whole page. */
export function readHtml(html: string): readonly Block[] {
  return blocksOf([parse(html)]);
}

/** The blocks of a piece of a page, such as a table in a Markdown text. */
export function readHtmlPiece(html: string): readonly Block[] {
  return blocksOf([parseFragment(html)]);
}

/** Words are gathered until something ends their paragraph. */
type Flow = { readonly blocks: Block[]; words: string };

function blocksOf(nodes: readonly Node[], depth = 0): readonly Block[] {
  const flow: Flow = { blocks: [], words: '' };
  for (const node of nodes) walk(node, flow, depth);
  endParagraph(flow);
  return flow.blocks;
}

function walk(node: Node, flow: Flow, depth: number): void {
  if ('value' in node) {
    flow.words += node.value.replace(/[ \t\r\n\f]+/gu, ' ');
    return;
  }
  if (!('childNodes' in node)) return;
  refuseDepth(depth);
  const name = 'tagName' in node ? node.tagName : '';
  if (silent.has(name) || ('tagName' in node && isHidden(node))) return;
  if (name === 'br') flow.words += '\n';
  else if (name === 'img') flow.blocks.push({ kind: 'picture' });
  else if (name === 'table' && 'tagName' in node) {
    endParagraph(flow);
    flow.blocks.push(...tableBlocks(node, depth + 1));
  } else {
    const isInline = inline.has(name);
    if (!isInline) endParagraph(flow);
    for (const child of node.childNodes) walk(child, flow, depth + 1);
    if (!isInline) endParagraph(flow);
  }
}

function endParagraph(flow: Flow): void {
  const text = flow.words
    .replace(/ *\n */gu, '\n')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
  if (text !== '') flow.blocks.push({ kind: 'paragraph', text });
  flow.words = '';
}

/** A table with a table inside, or with one cell in every row, only places its content on the page; a frame in it is no table. */
function tableBlocks(table: Element, depth: number): readonly Block[] {
  const rows = rowsOf(table);
  const cells = rows.flat();
  const isLayout = rows.every((row) => row.length < 2) || cells.some((cell) => hasTable(cell, depth));
  const captions = elementsIn(table).filter((child) => child.tagName === 'caption');
  const before = blocksOf(captions, depth + 1);
  if (isLayout) return [...before, ...cells.flatMap((cell) => blocksOf(cell.childNodes, depth + 1))];
  const grid = rows.map((row) => row.map((cell) => rawCell(cell, depth)));
  return [...before, { kind: 'grid', counted: !isUnmerged(grid), rows: grid }];
}

/** A converter has filled the places of merged cells: rows of one length, as in a sheet, in which none can be missing. */
function isUnmerged(rows: readonly (readonly RawCell[])[]): boolean {
  return rows.every((row) => row.length === rows[0]?.length && row.every((cell) => cell.colSpan === 1 && cell.rowSpan === 1));
}

function rawCell(cell: Element, depth: number): RawCell {
  const text = blocksOf(cell.childNodes, depth + 1).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return { text: text.join('\n'), colSpan: spanOf(cell, 'colspan'), rowSpan: spanOf(cell, 'rowspan') };
}

/** The cells of each row, without those of tables inside. */
function rowsOf(table: Element): readonly (readonly Element[])[] {
  return elementsIn(table).flatMap((child) => {
    if (child.tagName === 'tr') return [elementsIn(child).filter((each) => each.tagName === 'td' || each.tagName === 'th')];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function hasTable(node: Element, depth: number): boolean {
  refuseDepth(depth);
  return elementsIn(node).some((child) => (child.tagName === 'table' && hasColumns(child)) || hasTable(child, depth + 1));
}

function hasColumns(table: Element): boolean {
  return rowsOf(table).some((row) => row.length > 1);
}

function refuseDepth(depth: number): void {
  if (depth > deepest) throw new ReadRefusal('intake/too-large', { reason: 'page-nesting', found: depth, limit: deepest });
}

function elementsIn(node: Element): readonly Element[] {
  return node.childNodes.filter((child) => 'tagName' in child);
}

function isHidden(element: Element): boolean {
  const style = attribute(element, 'style') ?? '';
  return attribute(element, 'hidden') !== undefined || /(?:display\s*:\s*none|mso-hide\s*:\s*all)/iu.test(style);
}

function spanOf(element: Element, name: string): number {
  const span = Number.parseInt(attribute(element, name) ?? '1', 10);
  return Number.isFinite(span) && span > 0 ? span : 1;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}
