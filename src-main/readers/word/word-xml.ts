/** The elements of Word's XML, by the names of the standard, whatever prefix and edition of it a program wrote. */
import { DOMParser, onWarningStopParsing, XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom';
import { ReadRefusal } from '../read-refusal.ts';

export type { Element };

const families: readonly (readonly [part: string, prefix: string])[] = [
  ['wordprocessingml', 'w'],
  ['markup-compatibility', 'mc'],
  ['officeDocument/2006/math', 'm'],
  ['officeDocument/math', 'm'],
];
/** A document nested deeper than this was made to break its readers. */
const deepest = 1_500;

/** @throws ReadRefusal for what is not well-formed, and for a document type, which no word processor writes */
export function parseWordXml(bytes: Uint8Array): Document {
  const text = new TextDecoder().decode(bytes);
  if (/<!DOCTYPE/iu.test(text)) throw new ReadRefusal('intake/damaged', { reason: 'broken-content' });
  return new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml');
}

export function writeWordXml(document: Document): Uint8Array {
  return new TextEncoder().encode(new XMLSerializer().serializeToString(document));
}

/** `w:tbl`, `mc:Fallback`, `m:t`; '' for elements of other families. */
export function nameOf(element: Element): string {
  const family = families.find(([part]) => element.namespaceURI?.includes(part) === true);
  return family === undefined ? '' : `${family[1]}:${element.localName ?? ''}`;
}

export function childrenOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

/** The first child of this name, down a path of names. */
export function childAt(element: Element, ...path: readonly string[]): Element | null {
  return path.reduce<Element | null>(
    (from, name) => (from === null ? null : (childrenOf(from).find((child) => nameOf(child) === name) ?? null)),
    element,
  );
}

/** All elements of these names below one, in their order, with none inside another of them. */
export function outermost(element: Element, names: ReadonlySet<string>, depth = 0): readonly Element[] {
  refuseDepth(depth);
  return childrenOf(element).flatMap((child) => (names.has(nameOf(child)) ? [child] : outermost(child, names, depth + 1)));
}

/** An attribute of the element's own family; null where there is none. */
export function valueOf(element: Element | null, name = 'val'): string | null {
  return element === null ? null : element.getAttributeNS(element.namespaceURI, name);
}

/** True for a property that is there and not switched off. */
export function isOn(property: Element | null): boolean {
  return property !== null && !['0', 'false', 'off'].includes(valueOf(property) ?? '');
}

/** A new element of the same family as `beside`. */
export function newElement(beside: Element, name: string, children: readonly Node[] = []): Element {
  const element = documentOf(beside).createElementNS(beside.namespaceURI, name);
  for (const child of children) element.appendChild(child);
  return element;
}

export function newText(beside: Element, text: string): Element {
  return newElement(beside, 'w:t', [documentOf(beside).createTextNode(text)]);
}

/** Puts others in an element's place, or nothing. */
export function replace(element: Element, others: readonly Node[]): void {
  for (const other of others) element.parentNode?.insertBefore(other, element);
  element.parentNode?.removeChild(element);
}

export function refuseDepth(depth: number): void {
  if (depth > deepest) throw new ReadRefusal('intake/too-large', { reason: 'page-nesting', found: depth, limit: deepest });
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function documentOf(element: Element): Document {
  const { ownerDocument } = element;
  if (ownerDocument === null) throw new Error('an element of no document');
  return ownerDocument;
}
