/**
 * The sheets of an ordinary .xlsx: most of what units send is written by a program in one of a few ways, and those are read
 * here. Whatever is unusual about a workbook makes it the library's (null); tests hold the two against each other.
 */
import { utils } from 'xlsx';
import { readPlainSheet, unescapeText, type CellTables } from './plain-sheet.ts';
import type { FoundSheet } from './sheet-cells.ts';

type Entries = ReadonlyMap<string, Uint8Array>;

const bookPath = 'xl/workbook.xml';
const relationsPath = 'xl/_rels/workbook.xml.rels';

/** @param entries the workbook's ZIP by names; none of its sheets may have hidden rows or columns */
export function readPlainWorkbook(entries: Entries): readonly FoundSheet[] | null {
  const book = xmlOf(entries, bookPath);
  const relations = relationsOf(xmlOf(entries, relationsPath));
  if (book === null || relations === null || /date1904|<\w+:sheet/u.test(book)) return null;
  const tables = tablesOf(entries, relations);
  const listed = elementsOf(book, 'sheet');
  if (tables === null || listed === null) return null;
  const sheets: FoundSheet[] = [];
  for (const { name: written, state, 'r:id': id } of listed) {
    const target = relations.find((each) => each.id === id && each.kind === 'worksheet');
    const xml = target === undefined ? null : xmlOf(entries, target.path);
    const name = unescapeText(written ?? '_x');
    const sheet = xml === null ? null : readPlainSheet(xml, tables);
    if (name === null || sheet === null) return null;
    sheets.push({
      name,
      isHidden: state !== undefined && state !== 'visible',
      ...sheet,
      firstHiddenRow: Infinity,
      firstHiddenColumn: Infinity,
    });
  }
  return sheets.length === 0 ? null : sheets;
}

const decoder = new TextDecoder('utf-8', { fatal: true });
/** Comments, declarations and sections that are not parsed would need a parser. */
const unusual = /<!|encoding=["'](?!utf-8["'])/iu;

function xmlOf(entries: Entries, path: string): string | null {
  const bytes = entries.get(path);
  if (bytes === undefined) return null;
  try {
    const xml = decoder.decode(bytes);
    return unusual.test(xml) ? null : xml;
  } catch {
    // in another encoding than it says: the library decides
    return null;
  }
}

type Attributes = Readonly<Partial<Record<string, string>>>;

/** The attributes of all elements of this name that have nothing inside; null where one is written in another way. */
function elementsOf(xml: string, name: string): readonly Attributes[] | null {
  const starts = [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])([^<>]*)>`, 'gu'))].map((match) => match[1] ?? '');
  const isWhole = (text: string) => /^(?:\s+[\w:]+="[^"<>]*")*\s*\/?$/u.test(text);
  if (!starts.every(isWhole)) return null;
  return starts.map((text) =>
    Object.fromEntries([...text.matchAll(/([\w:]+)="([^"<>]*)"/gu)].map((found) => [found[1] ?? '', found[2] ?? ''])),
  );
}

type Relation = { readonly id: string; readonly kind: string; readonly path: string };

function relationsOf(xml: string | null): readonly Relation[] | null {
  const all = xml === null ? null : elementsOf(xml, 'Relationship');
  return (
    all?.map(({ Id = '', Type = '', Target = '' }) => ({
      id: Id,
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      path: Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
    })) ?? null
  );
}

function tablesOf(entries: Entries, relations: readonly Relation[]): CellTables | null {
  const pathOf = (kind: string) => relations.find((each) => each.kind === kind)?.path;
  const [textsPath, stylesPath] = [pathOf('sharedStrings'), pathOf('styles')];
  const texts = textsPath === undefined ? [] : sharedTexts(xmlOf(entries, textsPath));
  const print = stylesPath === undefined ? null : printerOf(xmlOf(entries, stylesPath));
  return texts === null || print === null ? null : { texts, print };
}

const sharedText = /\s*<si>(?:<t(?: xml:space="preserve")?>([^<]*)<\/t>|<t\/>)(?:<phoneticPr[^<>]*\/>)?<\/si>/uy;

/** Null where a text has several looks. */
function sharedTexts(xml: string | null): readonly string[] | null {
  const start = xml?.indexOf('<si>') ?? -1;
  if (xml === null || start < 0) return xml === null || xml.includes('<si') ? null : [];
  const texts: string[] = [];
  let at = start;
  for (;;) {
    sharedText.lastIndex = at;
    const found = sharedText.exec(xml);
    if (found === null) return /^\s*<\/sst>\s*$/u.test(xml.slice(at)) ? texts : null;
    const text = unescapeText(found[1] ?? '');
    if (text === null) return null;
    texts.push(text);
    at = sharedText.lastIndex;
  }
}

/** How a number of each style is printed; undefined where it is printed as it is stored. */
function printerOf(xml: string | null): CellTables['print'] | null {
  const formats = xml === null ? null : elementsOf(xml, 'numFmt');
  const styles = /<cellXfs[^<>]*>(.*?)<\/cellXfs>/su.exec(xml ?? '')?.[1];
  const looks = styles === undefined ? null : elementsOf(styles, 'xf');
  if (formats === null || looks === null) return null;
  const codes = new Map<number, string | null>(
    formats.map(({ numFmtId, formatCode = '' }) => [Number(numFmtId), unescapeText(formatCode)]),
  );
  const numbers = looks.map(({ numFmtId = '0' }) => Number(numFmtId));
  return (style, value) => {
    const number = numbers[style] ?? 0;
    const code = codes.get(number);
    if (number === 0) return undefined;
    return code === null ? null : utils.format_cell({ t: 'n', v: value, z: code ?? number });
  };
}
