/** Web pages that portals and exporters put into a Word document whole (`w:altChunk`): Word shows them as text of its own. */
import type { Document, Element } from '@xmldom/xmldom';
import type { Block } from '#core/intake/document/document.ts';
import { decodeBytes } from '../decode-bytes.ts';
import { readHtml } from '../html-reader.ts';
import { ReadRefusal } from '../read-refusal.ts';
import { pageOfWebArchive } from '../web-archive.ts';
import { newElement, newText, outermost, replace } from './word-xml.ts';

const chunk = new Set(['w:altChunk']);
/** Of the private use area, so that no text has it. */
const mark = '\uf8f0';
const marked = new RegExp(`^${mark}(.+)${mark}$`, 'u');

/** Puts a paragraph with the page's number where it stands, which any reader of the document keeps. */
export function markPages(document: Document): void {
  const { documentElement } = document;
  if (documentElement === null) return;
  for (const element of outermost(documentElement, chunk)) {
    const text = newText(element, mark + idOf(element) + mark);
    replace(element, [newElement(element, 'w:p', [newElement(element, 'w:r', [text])])]);
  }
}

function idOf(element: Element): string {
  return Array.from(element.attributes).find((each) => each.localName === 'id')?.value ?? '';
}

/** The blocks with the pages in place of their marks. @throws ReadRefusal for a part that is no page */
export function withPages(blocks: readonly Block[], entries: ReadonlyMap<string, Uint8Array>): readonly Block[] {
  return blocks.flatMap((block) => {
    const id = block.kind === 'paragraph' ? marked.exec(block.text)?.[1] : undefined;
    return id === undefined ? [block] : readHtml(pageOf(id, entries));
  });
}

function pageOf(id: string, entries: ReadonlyMap<string, Uint8Array>): string {
  const relations = new TextDecoder().decode(entries.get('word/_rels/document.xml.rels'));
  const relation = (relations.match(/<Relationship\b[^>]*>/gu) ?? []).find((each) => valueIn(each, 'Id') === id);
  const target = valueIn(relation ?? '', 'Target');
  const bytes = entries.get(target.startsWith('/') ? target.slice(1) : `word/${target}`);
  const page = bytes === undefined ? null : /\.mht(?:ml)?$/iu.test(target) ? pageOfWebArchive(bytes) : pageIn(bytes);
  if (page === null) throw new ReadRefusal('intake/embedded-document', { part: target });
  return page;
}

function valueIn(tag: string, name: string): string {
  return new RegExp(`\\s${name}=["']([^"']*)["']`, 'u').exec(tag)?.[1] ?? '';
}

/** Null for a document of another kind, such as a Word document in a Word document. */
function pageIn(bytes: Uint8Array): string | null {
  const text = decodeBytes(bytes);
  if (text === null || /^\s*\{\\rtf/u.test(text)) return null;
  return /^[^<]{0,8}MIME-Version:/imu.test(text.slice(0, 200)) ? pageOfWebArchive(bytes) : text;
}
