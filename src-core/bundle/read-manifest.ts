/** Reads a manifest defensively: no document type, nothing but the elements that ETSI EN 319 162-1 names, each object once. */
import { DOMParser, onWarningStopParsing, type Element } from '@xmldom/xmldom';
import { passed, refused, type Checked } from './checked.ts';
import { fileNameKey } from '../lib/file-name-key.ts';
import { entryNameFault, signatureName } from './entry-names.ts';
import { asicNamespace, isDigest, sha256Algorithm, writeManifest, xmldsigNamespace, type ManifestObject } from './manifest.ts';

/** 2,000 objects need about 700,000 characters and five tags each; the parser's time grows with the square of nested tags. */
const longestManifest = 1_000_000;
const mostTags = 12_000;

/** The objects a manifest lists, in its order; their digests are in canonical base64. */
export function readManifest(text: string): Checked<readonly ManifestObject[]> {
  if (text.length > longestManifest || text.split('<').length > mostTags) return malformed('too long');
  // Entity bombs, external entities and text hidden in comments all begin with one of these.
  if (/<!|.<\?/su.test(text)) return malformed('a document type, comment or processing instruction');
  if (/^<\?xml\s[^>]*encoding\s*=\s*["'](?!utf-8["'])/iu.test(text)) return malformed('not declared as UTF-8');
  const own = readOwn(text);
  if (own !== null) return passed(own);
  const root = parse(text);
  if (root === null) return malformed('not well-formed XML');
  if (!isNamed(root, asicNamespace, 'ASiCManifest')) return malformed('not an ASiCManifest');
  const children = childElements(root);
  const [reference, ...references] = children ?? [];
  if (reference === undefined || !isNamed(reference, asicNamespace, 'SigReference')) return malformed('no SigReference');
  if (reference.getAttribute('URI') !== signatureName) return malformed(`the signature is not ${signatureName}`);
  const objects: ManifestObject[] = [];
  const keys = new Set<string>();
  for (const each of references) {
    const object = readObject(each);
    if (!object.ok) return object;
    const key = fileNameKey(object.value.name);
    if (keys.has(key)) return malformed(`listed twice: ${object.value.name}`);
    keys.add(key);
    objects.push(object.value);
  }
  return objects.length === 0 ? malformed('no DataObjectReference') : passed(objects);
}

const ownObject = /<asic:DataObjectReference URI="([^"&<]*)" MimeType="([^"&<]*)">[^"]*"[^"]*"\/>\s*<ds:DigestValue>([^<]*)</gu;

/**
 * The objects of a manifest that is letter for letter what we would write of them, as nearly all are: then nothing needs to
 * be parsed. Null for every other one, and for one that lists two files of one name.
 */
function readOwn(text: string): readonly ManifestObject[] | null {
  const objects: ManifestObject[] = [];
  const keys = new Set<string>();
  for (const [, uri = '', mediaType = '', digest = ''] of text.matchAll(ownObject)) {
    const name = fromUri(uri);
    if (name === null) return null;
    objects.push({ name, mediaType, digest });
    keys.add(fileNameKey(name));
  }
  if (objects.length === 0 || keys.size !== objects.length) return null;
  try {
    return writeManifest(objects) === text ? objects : null;
  } catch {
    // A name, a media type or a digest that we would not write.
    return null;
  }
}

function readObject(element: Element): Checked<ManifestObject> {
  if (!isNamed(element, asicNamespace, 'DataObjectReference')) return malformed(`an unknown element: ${element.tagName}`);
  const name = fromUri(element.getAttribute('URI') ?? '');
  if (name === null || entryNameFault(name) !== null) return malformed(`not a name: ${element.getAttribute('URI') ?? ''}`);
  const [method, value, ...rest] = childElements(element) ?? [];
  if (method === undefined || value === undefined || rest.length > 0) return malformed(`no single digest: ${name}`);
  if (!isNamed(method, xmldsigNamespace, 'DigestMethod')) return malformed(`no DigestMethod: ${name}`);
  if (!isNamed(value, xmldsigNamespace, 'DigestValue')) return malformed(`no DigestValue: ${name}`);
  const algorithm = method.getAttribute('Algorithm') ?? '';
  if (algorithm !== sha256Algorithm) return refused('manifest/unsupported-digest', { name, algorithm });
  const digest = value.childNodes.length === 1 ? (value.firstChild?.nodeValue ?? '').trim() : '';
  if (!isDigest(digest)) return malformed(`no SHA-256 digest: ${name}`);
  return passed({ name, mediaType: element.getAttribute('MimeType') ?? '', digest });
}

function malformed(reason: string): Checked<never> {
  return refused('manifest/malformed', { reason: reason.length > 200 ? `${reason.slice(0, 199)}…` : reason });
}

function parse(text: string): Element | null {
  try {
    return new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml').documentElement;
  } catch {
    return null;
  }
}

function isNamed(element: Element, namespace: string, name: string): boolean {
  return element.namespaceURI === namespace && element.localName === name;
}

/** The child elements, or null when there is text between them (an element's own text is `textContent`). */
function childElements(parent: Element): readonly Element[] | null {
  const elements: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1) elements.push(node as Element);
    else if ((node.nodeValue ?? '').trim() !== '') return null;
  }
  return elements;
}

/** The entry name of a relative URI reference, or null when it has a scheme, a query, a fragment or a broken escape. */
function fromUri(uri: string): string | null {
  if (/[?#:]/u.test(uri)) return null;
  try {
    return uri.split('/').map(decodeURIComponent).join('/');
  } catch {
    return null;
  }
}
