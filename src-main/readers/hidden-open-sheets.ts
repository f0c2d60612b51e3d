/** Which sheets of an OpenDocument workbook are hidden: its styles say so, and the library does not look there. */
import { unescapeText } from './plain-sheet.ts';

const style = /<style:style\b([^<>]*)>\s*<style:table-properties\b([^<>]*)>/gu;
const table = /<table:table\b([^<>]*)>/gu;

/** Their names; none for a workbook of another kind. */
export function hiddenOpenSheets(entries: ReadonlyMap<string, Uint8Array>): ReadonlySet<string> {
  const content = new TextDecoder().decode(entries.get('content.xml'));
  const hidden = new Set(
    [...content.matchAll(style)].flatMap(([, names = '', properties = '']) =>
      /\btable:display="false"/u.test(properties) ? [attribute(names, 'style:name')] : [],
    ),
  );
  if (hidden.size === 0) return hidden;
  const names = [...content.matchAll(table)].flatMap(([, attributes = '']) =>
    hidden.has(attribute(attributes, 'table:style-name')) ? [attribute(attributes, 'table:name')] : [],
  );
  return new Set(names.map((name) => unescapeText(name) ?? name));
}

function attribute(text: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(text)?.[1] ?? '';
}
