/** Figures that extraction has run together (`规章000`): they are parted where there is only one way to do it. */
import type { PrintedTable } from './printed-table.ts';
import type { RowTotal } from './row-totals.ts';
import { holds } from './row-totals.ts';
import { labelKey } from './label-key.ts';
import type { Sheet, Token } from './tokens.ts';

/** Longer runs of digits have too many ways. */
const mostDigits = 24;
const longestFigure = 9;
const leastFigures = 3;
/** No line of the form has more letters in its labels. */
const longestGlued = 120;
const labelAndFigure = /^(.*[^\d０-９,，.．+＋\-－−–\s])\s*([+＋\-－−–]?[\d０-９][\d０-９,，.．]*)$/u;

/** Cells that begin with the label of a row and end with a figure are two. */
export function partGlued(sheet: Sheet, printed: PrintedTable): Sheet {
  const { known, leaves, byLetter } = keysOf(printed);
  const tokens = sheet.tokens.flatMap((token): Token[] => {
    if (token.kind !== 'cell' || known.has(token.key)) return [token];
    const labels = labelsIn(token.key, byLetter);
    if (labels.length > 1 && !leaves.has(token.key)) return labels.map((key) => ({ ...token, text: key, key }));
    const [, label = '', figure = ''] = labelAndFigure.exec(token.text) ?? [];
    if (!leaves.has(labelKey(label))) return [token];
    return [label, figure].map((text) => ({ ...token, text, key: labelKey(text), isGlued: true }));
  });
  return { ...sheet, tokens };
}

/** `byLetter` has the keys by their first letter, the longest first. */
type Keys = {
  readonly known: ReadonlySet<string>;
  readonly leaves: ReadonlySet<string>;
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
};

const keysByTable = new WeakMap<PrintedTable, Keys>();

/** The keys of all labels and those of rows; tables are never changed, so that it is worked out once. */
function keysOf(printed: PrintedTable): Keys {
  const done = keysByTable.get(printed);
  if (done !== undefined) return done;
  const known = new Set(printed.labels.flatMap((label) => [...label.keys.keys()]));
  const leaves = new Set(printed.rows.flatMap((row) => (row.label === null ? [] : [...(printed.labels[row.label]?.keys.keys() ?? [])])));
  for (const label of printed.labels) for (const key of label.wholeKeys) leaves.add(key);
  const byLetter = new Map<string, string[]>();
  for (const key of [...known].toSorted((one, other) => other.length - one.length)) {
    const letter = key.charAt(0);
    if (letter !== '') byLetter.set(letter, [...(byLetter.get(letter) ?? []), key]);
  }
  const keys = { known, leaves, byLetter };
  keysByTable.set(printed, keys);
  return keys;
}

/** The labels of which a text is made (`自然人法人或其他组织总计`), the longest first; none where something else is in it. */
function labelsIn(key: string, byLetter: Keys['byLetter']): readonly string[] {
  if (key === '' || key.length > longestGlued) return [];
  for (const label of byLetter.get(key.charAt(0)) ?? []) {
    if (!key.startsWith(label)) continue;
    if (label.length === key.length) return [label];
    const rest = labelsIn(key.slice(label.length), byLetter);
    if (rest.length > 0) return [label, ...rest];
  }
  return [];
}

/** The only way to part the digits into so many figures that agree with the row's sums, or null. */
export function unglue(digits: string, count: number, totals: readonly RowTotal[], isGlued: boolean): readonly string[] | null {
  const text = digits.normalize('NFKC');
  const isZero = /^0+$/u.test(text);
  if (!/^\d+$/u.test(text) || count < leastFigures || text.length < count || text.length > mostDigits) return null;
  // without a sum, and not run together with its label, it may be one figure whose neighbours are lost
  if (totals.length === 0 && !isGlued && !isZero) return null;
  const ways: (readonly string[])[] = [];
  const part = (from: number, parts: readonly string[]): void => {
    if (ways.length > 1) return;
    const left = count - parts.length;
    if (left === 0) {
      if (from === text.length && totals.every((total) => holds(parts.map(Number), total))) ways.push(parts);
      return;
    }
    const longest = text[from] === '0' ? 1 : Math.min(longestFigure, text.length - from - left + 1);
    for (let length = 1; length <= longest; length += 1) part(from + length, [...parts, text.slice(from, from + length)]);
  };
  part(0, []);
  return ways.length === 1 ? (ways[0] ?? null) : null;
}
