/** An .xlsx file opened by its parts (ECMA-376), to see what is written in it and to fill it in as a person would. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { unzipSync, zipSync } from 'fflate';

export type OpenedSheet = {
  readonly name: string;
  readonly state: string;
  readonly path: string;
  readonly xml: string;
  readonly root: Element;
};

export type OpenedWorkbook = {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly sheets: readonly OpenedSheet[];
  readonly workbook: Element;
  /** For each cell format: whether cells of it are locked. */
  readonly locked: readonly boolean[];
};

export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  const parts = unzipSync(bytes);
  const text = (path: string) => new TextDecoder().decode(parts[path]);
  const workbook = parse(text('xl/workbook.xml'));
  const sheets = elements(workbook, 'sheet').map((sheet, index): OpenedSheet => {
    const path = `xl/worksheets/sheet${String(index + 1)}.xml`;
    const xml = text(path);
    return { name: attribute(sheet, 'name'), state: attribute(sheet, 'state'), path, xml, root: parse(xml) };
  });
  const formats = elements(elements(parse(text('xl/styles.xml')), 'cellXfs')[0], 'xf');
  const locked = formats.map((format) => attribute(elements(format, 'protection')[0], 'locked') !== '0');
  return { parts, sheets, workbook, locked };
}

export function sheetNamed({ sheets }: OpenedWorkbook, name: string): OpenedSheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** Addresses of the cells that may be changed while the sheet is protected. */
export function unlockedCells({ locked }: OpenedWorkbook, { root }: OpenedSheet): readonly string[] {
  return elements(root, 'c').flatMap((cell) => (locked[Number(attribute(cell, 's'))] === false ? [attribute(cell, 'r')] : []));
}

export function elements(parent: Element | undefined, name: string): readonly Element[] {
  return parent === undefined ? [] : Array.from(parent.getElementsByTagName(name));
}

export function attribute(element: Element | undefined, name: string): string {
  return element?.getAttribute(name) ?? '';
}

/**
 * The same workbook with values typed in blank cells, by full address (`表三!D6`). Stored results of formulas are
 * removed, so that whoever opens the file has to work them out. @throws Error for a cell that is not blank or is locked
 */
export function fillIn(bytes: Uint8Array, values: ReadonlyMap<string, number | string>): Uint8Array {
  const opened = openWorkbook(bytes);
  const files: Record<string, Uint8Array> = { ...opened.parts };
  for (const sheet of opened.sheets) {
    let xml = sheet.xml
      .replace(/(<c [^>]*?) t="str"([^>]*><f>[^<]*<\/f>)<v(?:\/>|>[^<]*<\/v>)/gu, '$1$2')
      .replace(/(<\/f>)<v>[^<]*<\/v>/gu, '$1');
    const open = new Set(unlockedCells(opened, sheet));
    for (const [address, value] of values) {
      const [name, place = ''] = address.split('!');
      if (name !== sheet.name) continue;
      const blank = new RegExp(`<c r="${place}" s="(\\d+)"/>`, 'u');
      if (!open.has(place) || !blank.test(xml)) throw new Error(`nothing can be typed in ${address}`);
      const content = typeof value === 'number' ? `><v>${String(value)}</v>` : ` t="inlineStr"><is><t>${value}</t></is>`;
      xml = xml.replace(blank, (_cell, style: string) => `<c r="${place}" s="${style}"${content}</c>`);
    }
    files[sheet.path] = new TextEncoder().encode(xml);
  }
  return zipSync(files);
}

function parse(xml: string): Element {
  const { documentElement } = new DOMParser().parseFromString(xml, 'text/xml');
  if (documentElement === null) throw new Error('no document');
  return documentElement;
}
