/** A text document of LibreOffice (.odt) becomes a web page, whose reader knows frames, merged cells and tables in tables. */
import type { Block } from '#core/intake/document/document.ts';
import { readHtml } from './html-reader.ts';
import { ReadRefusal } from './read-refusal.ts';
import { childrenOf, parseWordXml, refuseDepth, type Element } from './word/word-xml.ts';

/** What is no word of the report: deleted text, remarks of reviewers, definitions. Tracked changes count as accepted. */
const silent = new Set(['tracked-changes', 'annotation', 'forms', 'scripts', 'note-citation', 'ruby-text', 'hidden-text', 'desc', 'title']);
const paragraphs = new Set(['p', 'h']);
const fewSpaces = 20;
/** No report has a hundredth of it; cells that say how often they are repeated could fill the memory. */
const mostLetters = 20_000_000;

/** @param entries the document's ZIP by names */
export function readOpenText(entries: ReadonlyMap<string, Uint8Array>): readonly Block[] {
  const content = entries.get('content.xml');
  if (content === undefined) throw new ReadRefusal('intake/damaged', { reason: 'broken-content' });
  return readHtml(pageOf(rootOf(content)));
}

function rootOf(content: Uint8Array): Element {
  try {
    const { documentElement } = parseWordXml(content);
    if (documentElement !== null) return documentElement;
  } catch (error) {
    if (error instanceof ReadRefusal) throw error;
    // the parser's own words would mean nothing to a user
  }
  throw new ReadRefusal('intake/damaged', { reason: 'broken-content' });
}

function pageOf(root: Element): string {
  const styles = childrenOf(root).filter((child) => child.localName === 'automatic-styles');
  const hidden = new Set(
    styles
      .flatMap(childrenOf)
      .filter(isOfHiddenText)
      .map((style) => valueOf(style, 'name')),
  );
  const body = childrenOf(root).filter((child) => child.localName === 'body');
  return body.map((each) => markupOf(each, { hidden, letters: 0 }, 0)).join('');
}

function isOfHiddenText(style: Element): boolean {
  return childrenOf(style).some((each) => each.localName === 'text-properties' && valueOf(each, 'display') === 'none');
}

/** `hidden` are the styles whose text is not shown; `letters` counts those of all repetitions. */
type Writing = { readonly hidden: ReadonlySet<string>; letters: number };

function markupOf(element: Element, writing: Writing, depth: number): string {
  refuseDepth(depth);
  const name = element.localName ?? '';
  if (silent.has(name) || writing.hidden.has(valueOf(element, 'style-name') || '-')) return '';
  switch (name) {
    case 'line-break':
      return '<br>';
    case 's':
      return ' '.repeat(Math.min(numberOf(element, 'c'), fewSpaces));
    case 'tab':
      return ' ';
    case 'image':
      return '<img>';
    case 'covered-table-cell':
      return '';
  }
  const inside = contentOf(element, writing, depth);
  // a text box is a block of its own inside a paragraph, which <p> does not allow
  if (paragraphs.has(name) || name === 'text-box') return `<div>${inside}</div>`;
  if (name === 'table') return `<table>${inside}</table>`;
  if (name === 'table-row') return repeated(`<tr>${inside}</tr>`, numberOf(element, 'number-rows-repeated'), writing);
  if (name === 'note-body') return inside === '' ? '' : `（${inside.replace(/<\/?div>/gu, '')}）`;
  if (name !== 'table-cell') return inside;
  const spans = `colspan="${String(numberOf(element, 'number-columns-spanned'))}" rowspan="${String(numberOf(element, 'number-rows-spanned'))}"`;
  return repeated(`<td ${spans}>${inside}</td>`, numberOf(element, 'number-columns-repeated'), writing);
}

function contentOf(element: Element, writing: Writing, depth: number): string {
  let markup = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node)) markup += markupOf(node, writing, depth + 1);
    else if (node.nodeType === 3 || node.nodeType === 4) markup += escaped(node.nodeValue ?? '');
  }
  return markup;
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}

/** A number of repetitions is one attribute, whatever it comes to. */
function repeated(markup: string, times: number, writing: Writing): string {
  if (times > 1) writing.letters += markup.length * times;
  if (writing.letters > mostLetters)
    throw new ReadRefusal('intake/too-large', { reason: 'text-letters', found: writing.letters, limit: mostLetters });
  return markup.repeat(times);
}

function numberOf(element: Element, name: string): number {
  const number = Number(valueOf(element, name));
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

/** An attribute by its name, of whatever family; '' where there is none. */
function valueOf(element: Element, name: string): string {
  for (let at = 0; at < element.attributes.length; at += 1) {
    const attribute = element.attributes.item(at);
    if (attribute?.localName === name) return attribute.value;
  }
  return '';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
