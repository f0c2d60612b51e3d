/** The figures of a table in the order of its text, whatever stands between them. */
import type { Page } from './read-page.ts';
import { looksLikeValue } from './read-value.ts';
import type { Token } from './tokens.ts';

/** `index` is the place of the token; `isBesideWords` where its line also has words. */
export type Figure = { readonly text: string; readonly index: number; readonly line: number; readonly isBesideWords: boolean };

const bareNumber = /^\d{1,3}$/u;

/** As many figures as the form has values, or null; `50 227 420` may be three, and a lone number between pages none. */
export function figuresInOrder({ printed, sheet, matches }: Page): readonly Figure[] | null {
  const labels = new Set(matches.flatMap(({ start, end }) => Array.from({ length: end - start }, (_each, index) => start + index)));
  const cells = sheet.tokens.flatMap((token, index) => (token.kind === 'cell' ? [{ token, index }] : []));
  const onLine = new Map<number, Token[]>();
  for (const { token } of cells) onLine.set(token.line, [...(onLine.get(token.line) ?? []), token]);
  const figures = cells.flatMap(({ token, index }): Figure[] => {
    if (labels.has(index) || !looksLikeValue(token.text)) return [];
    const isBesideWords = (onLine.get(token.line) ?? []).some((each) => !looksLikeValue(each.text));
    return [{ text: token.text, index, line: token.line, isBesideWords }];
  });
  const count = printed.rows.reduce((all, row) => all + row.cells.length, 0);
  const isAlone = (figure: Figure) => onLine.get(figure.line)?.length === 1 && bareNumber.test(figure.text);
  const ways = [figures, figures.flatMap(apart), figures.filter((figure) => !isAlone(figure))];
  return ways.find((way) => way.length === count) ?? null;
}

function apart(figure: Figure): readonly Figure[] {
  return figure.text
    .trim()
    .split(/\s+/u)
    .map((text) => ({ ...figure, text }));
}
