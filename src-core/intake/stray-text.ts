/** Text in a table that belongs to no label and no row: table notes are kept, the rest is reported. */
import { labelKey } from './label-key.ts';
import type { PrintedTable } from './printed-table.ts';
import type { Page } from './read-page.ts';
import { looksLikeValue } from './read-value.ts';
import type { NotUnderstood } from './report.ts';
import type { Token } from './tokens.ts';

export type StrayText = { readonly tableNote: string | null; readonly notUnderstood: readonly NotUnderstood[] };

/** Shorter pieces of labels could be anything. */
const leastPiece = 4;
const noteBeginning = /^[（(]?\s*(?:注|备注|说明)\s*\d*\s*[:：.、）)]/u;

/** `isTaken` tells which tokens are labels or values that were understood. */
export function collectStrayText({ printed, sheet: { tokens }, matches, isByOrder }: Page, isTaken: (index: number) => boolean): StrayText {
  const known = keysOf(printed);
  const notes: string[] = [];
  const notUnderstood: NotUnderstood[] = [];
  for (const group of groupsOf(tokens, isTaken)) {
    const first = group.tokens.findIndex((token) => noteBeginning.test(token.text));
    const text = first < 0 ? group.tokens : group.tokens.slice(0, first);
    if (first >= 0) notes.push(...linesOf(group.tokens.slice(first)));
    // labels that a page break or an unmerged cell repeats, and pieces of labels that figures have parted
    const isPiece = (key: string) => (isByOrder === true || key.length >= leastPiece) && [...known].some((label) => label.includes(key));
    const isRepetition = text.every(
      ({ key, text: words }) => known.has(key) || words.split(/\s+/u).every((word) => isPiece(labelKey(word))),
    );
    if (isRepetition) continue;
    const before = matches.findLast((match) => match.end <= group.from);
    const place = before === undefined ? undefined : printed.labels[before.target]?.place;
    const source = text[0]?.source;
    notUnderstood.push({
      place: place ?? printed.table.heading,
      line: text[0]?.line ?? 0,
      text: textsOf(text),
      ...(source === undefined ? {} : { source }),
    });
  }
  return { tableNote: notes.length === 0 ? null : notes.join('\n'), notUnderstood };
}

const keysByTable = new WeakMap<PrintedTable, ReadonlySet<string>>();

/** Of the heading and the labels; tables are never changed, so that it is worked out once. */
function keysOf(printed: PrintedTable): ReadonlySet<string> {
  const done = keysByTable.get(printed);
  if (done !== undefined) return done;
  const keys = new Set([printed.table.heading, ...printed.labels.map((label) => label.text)].map(labelKey));
  keysByTable.set(printed, keys);
  return keys;
}

/** The texts between two tokens that are no values and were not taken for labels. */
export function strayWords(tokens: readonly Token[], from: number, to: number, isTaken: (index: number) => boolean): readonly Token[] {
  return tokens.slice(from, to).filter((token, index) => token.kind === 'cell' && !isTaken(from + index) && !looksLikeValue(token.text));
}

/** The texts of tokens, those of one line together. */
function linesOf(tokens: readonly Token[]): readonly string[] {
  const numbers = [...new Set(tokens.map((token) => token.line))];
  return numbers.map((line) => textsOf(tokens.filter((token) => token.line === line)));
}

function textsOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join(' ');
}

type Group = { readonly from: number; readonly tokens: readonly Token[] };

/** Neighbouring cells that were not taken; blank ones between them do not part them. */
function groupsOf(tokens: readonly Token[], isTaken: (index: number) => boolean): readonly Group[] {
  const groups: { from: number; tokens: Token[] }[] = [];
  let open: { from: number; tokens: Token[] } | null = null;
  for (const [index, token] of tokens.entries()) {
    if (isTaken(index)) open = null;
    if (isTaken(index) || token.kind !== 'cell') continue;
    if (open === null) {
      open = { from: index, tokens: [] };
      groups.push(open);
    }
    open.tokens.push(token);
  }
  return groups;
}
