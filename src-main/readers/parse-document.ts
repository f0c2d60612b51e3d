/** Bytes of a known kind become a document or a refusal; runs in the worker, where it may use up its memory and time. */
import { documentOfCsv, documentOfTabs } from '#core/intake/document/csv.ts';
import { wholeDocument, type Block, type IntakeDocument } from '#core/intake/document/document.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { readOfficeArchive, type ArchiveRefusal } from '../files/office-archive.ts';
import { decodeBytes } from './decode-bytes.ts';
import { kindOfFile, type FileKind } from './file-kind.ts';
import { readHtml, readHtmlPiece } from './html-reader.ts';
import { readOpenText } from './open-text.ts';
import { ReadRefusal } from './read-refusal.ts';
import { pageOfWebArchive } from './web-archive.ts';
import { readWord } from './word-reader.ts';
import { readPackedWorkbook, readWorkbook } from './workbook-reader.ts';

export type ParseOrder = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** In lower case, with its point. */
  readonly extension: string;
};

/** Texts without markup are no documents: they come back as they are, to be read line by line. */
export type Parsed = { readonly kind: 'document'; readonly document: IntakeDocument } | { readonly kind: 'text'; readonly text: string };

export async function parseDocument(order: ParseOrder): Promise<Outcome<Parsed>> {
  try {
    return ok(await parseKind(kindOfFile(order.bytes, order.extension), order));
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error;
    return fail(problem(error.code, { fileName: order.fileName, ...error.details }));
  }
}

async function parseKind(kind: FileKind, { bytes }: ParseOrder): Promise<Parsed> {
  switch (kind) {
    case 'zip':
      return document(await readOffice(bytes));
    case 'workbook':
      return document(await readWorkbook(bytes));
    case 'html':
      return document(wholeDocument(readHtml(textOf(bytes))));
    case 'csv':
      return document(documentOfCsv(textOf(bytes)));
    case 'text':
      return parseText(textOf(bytes));
    case 'old-word':
      throw new ReadRefusal('intake/old-word');
    case 'encrypted':
      throw new ReadRefusal('intake/encrypted');
    case 'macros':
      throw new ReadRefusal('intake/has-macros');
    case 'pdf':
      throw new ReadRefusal('intake/is-pdf');
    case 'picture':
      throw new ReadRefusal('intake/tables-are-pictures', { count: 1 });
    case 'web-archive':
      return document(wholeDocument(readHtml(pageOf(bytes))));
    case 'other-office':
      throw new ReadRefusal('intake/other-office-file');
  }
}

function document(parsed: IntakeDocument): Parsed {
  return { kind: 'document', document: parsed };
}

/** A text may be a sheet; texts with tables of a web page in them, as Markdown allows, are read as both. */
function parseText(text: string): Parsed {
  const sheet = documentOfTabs(text);
  if (sheet !== null) return document(sheet);
  if (!/<table[\s>]/iu.test(text)) return { kind: 'text', text };
  const blocks = text.split(/(<table[\s>][\s\S]*?<\/table>)/giu).flatMap((piece): readonly Block[] => {
    if (/^<table[\s>]/iu.test(piece)) return readHtmlPiece(piece);
    return piece.trim() === '' ? [] : [{ kind: 'paragraph', text: piece }];
  });
  return document(wholeDocument(blocks));
}

function pageOf(bytes: Uint8Array): string {
  const page = pageOfWebArchive(bytes);
  if (page === null) throw new ReadRefusal('intake/is-web-archive');
  return page;
}

function textOf(bytes: Uint8Array): string {
  const text = decodeBytes(bytes);
  if (text === null) throw new ReadRefusal('intake/unknown-encoding');
  return text;
}

async function readOffice(bytes: Uint8Array): Promise<IntakeDocument> {
  const archive = await readOfficeArchive(
    bytes,
    (name) => /\.(?:xml|rels|bin|x?html?|mht(?:ml)?)$|^mimetype$/iu.test(name) && !/\bmedia\//iu.test(name),
  );
  if (!archive.ok) throw refusalOf(archive.refusal);
  const { names, entries } = archive.value;
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name.replaceAll('\\', '/')));
  if (has(/(?:^|\/)vbaProject\.bin$|^Basic\//iu)) throw new ReadRefusal('intake/has-macros');
  const manifest = entries.get('META-INF/manifest.xml');
  if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data')) throw new ReadRefusal('intake/encrypted');
  if (has(/^word\//iu)) return wholeDocument(await readWord(entries));
  if (isOpenDocument(entries, 'text')) return wholeDocument(readOpenText(entries));
  if (has(/^xl\//iu) || isOpenDocument(entries, 'spreadsheet')) return readPackedWorkbook(entries);
  throw new ReadRefusal('intake/other-office-file');
}

function isOpenDocument(entries: ReadonlyMap<string, Uint8Array>, kind: 'text' | 'spreadsheet'): boolean {
  return Buffer.from(entries.get('mimetype') ?? [])
    .toString('latin1')
    .startsWith(`application/vnd.oasis.opendocument.${kind}`);
}

function refusalOf(refusal: ArchiveRefusal): ReadRefusal {
  switch (refusal.why) {
    case 'damaged':
      return new ReadRefusal('intake/damaged', { reason: refusal.reason });
    case 'encrypted':
      return new ReadRefusal('intake/encrypted');
    case 'too-large':
      return new ReadRefusal('intake/too-large', { reason: `archive-${refusal.what}`, found: refusal.found, limit: refusal.limit });
  }
}
