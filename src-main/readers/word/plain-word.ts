/** The entries of a Word document, its text settled (`settle-word.ts`): notes, numbers and text boxes stand in it as words. */
import type { Document, Element } from '@xmldom/xmldom';
import { markPages } from './embedded-pages.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { settleWord, textIn } from './settle-word.ts';
import { childrenOf, outermost, parseWordXml, valueOf, writeWordXml } from './word-xml.ts';

const mainPart = /^word\/document\d*\.xml$/iu;

/** @param entries the document's ZIP by names; @throws what the parser of XML throws, and ReadRefusal */
export function plainWord(entries: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const read = (name: string): Document | null => {
    const bytes = entries.get(`word/${name}.xml`);
    return bytes === undefined ? null : parseWordXml(bytes);
  };
  const notes = { footnote: notesOf(read('footnotes')), endnote: notesOf(read('endnotes')) };
  const [numbering, styles] = [read('numbering'), read('styles')];
  return new Map(
    [...entries].map(([name, bytes]) => {
      if (!mainPart.test(name)) return [name, bytes];
      const document = parseWordXml(bytes);
      markPages(document);
      settleWord(document, { noteText: (kind, id) => notes[kind].get(id) ?? '', numberOf: numberParagraphs(numbering, styles) });
      return [name, writeWordXml(document)];
    }),
  );
}

/** The words of each note; separators have none. */
function notesOf(document: Document | null): ReadonlyMap<string, string> {
  const root = document?.documentElement ?? null;
  if (document === null || root === null) return new Map();
  settleWord(document, { noteText: () => '', numberOf: () => '' });
  return new Map(childrenOf(root).map((note) => [valueOf(note, 'id') ?? '', wordsOf(note)]));
}

function wordsOf(note: Element): string {
  return outermost(note, new Set(['w:p']))
    .map((paragraph) => textIn(paragraph).trim())
    .join('');
}
