/** A text as numbered lines. */

/** `raw` is the line as it stands (tabs and bars included), without its line break. */
export type Line = { readonly number: number; readonly raw: string };

export function splitLines(text: string): readonly Line[] {
  return text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/u)
    .map((raw, index) => ({ number: index + 1, raw }));
}

/** The words of a line: without the bars, tabs and heading marks that extraction from tables and web pages leaves around them. */
export function proseOf(line: Line): string {
  return line.raw
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/^\s*\|/u, '')
    .replace(/\|\s*$/u, '')
    .trim()
    .replace(/^#{1,6}\s+/u, '');
}
