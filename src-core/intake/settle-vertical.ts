/** A table of one row that was printed downwards, each label with its figure beside it. */
import type { Page } from './read-page.ts';
import { looksLikeValue } from './read-value.ts';
import type { Piece, Run } from './runs.ts';

export type Vertical = { readonly runs: readonly Run[]; readonly pieces: ReadonlyMap<Run, readonly Piece[]> };

/**
 * Null unless the lowest labels of the head stand there in the form's order, each followed by one value or blank, with nothing
 * between them but other labels of the head.
 */
export function settleVertical({ printed, sheet }: Page): Vertical | null {
  const [row] = printed.rows;
  if (row === undefined || printed.rows.length > 1 || row.label !== null) return null;
  const wanted = row.heads.map((head) => (head === null ? undefined : printed.labels[head]?.keys));
  const groups = printed.labels.filter((_label, index) => !row.heads.includes(index)).map((label) => [...label.keys.keys()]);
  const isGroup = (key: string) => groups.some((keys) => keys.includes(key));
  const pieces: Piece[] = [];
  const above: string[] = [];
  const tokens = sheet.tokens.map((token, index) => ({ token, index })).filter(({ token }) => token.kind !== 'break');
  for (let at = 0; at < tokens.length; at += 1) {
    const [label, value] = [tokens[at]?.token, tokens[at + 1]];
    if (label === undefined || label.kind === 'blank') continue;
    if (wanted[pieces.length]?.has(label.key) === true && value?.token.line === label.line && isValue(value.token.kind, value.token.text)) {
      const kind = value.token.kind === 'cell' ? 'value' : 'blank';
      pieces.push({ kind, text: value.token.text, line: label.line, tokens: [at, at + 1].flatMap((each) => tokens[each]?.index ?? []) });
      at += 1;
    } else if (isGroup(label.key)) above.push(label.key);
    else return null;
  }
  const order = [...new Set(above)];
  const isInOrder = groups
    .filter((keys) => keys.some((key) => order.includes(key)))
    .every((keys, index) => keys.includes(order[index] ?? ''));
  if (pieces.length !== row.cells.length || !isInOrder) return null;
  const run: Run = { row, pieces, from: 0, coveredAfter: 0, coveredByLabel: 0, atEnd: true, isGroup: false };
  return { runs: [run], pieces: new Map([[run, pieces]]) };
}

function isValue(kind: string, text: string): boolean {
  return kind === 'blank' || (kind === 'cell' && looksLikeValue(text));
}
