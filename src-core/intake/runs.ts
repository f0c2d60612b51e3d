/** Runs: the cells between the label of a row and the next label, which may or may not be the values of that row. */
import type { LabelMatch } from './match-labels.ts';
import type { PrintedRow, PrintedTable } from './printed-table.ts';
import { isRemark, looksLikeValue } from './read-value.ts';
import type { Token } from './tokens.ts';

/** `tokens` are the places of the tokens that it was made of. */
export type Piece = {
  readonly kind: 'value' | 'blank' | 'break';
  readonly text: string;
  readonly line: number;
  readonly tokens: readonly number[];
};

export type Run = {
  readonly row: PrintedRow;
  readonly pieces: readonly Piece[];
  /** The place of the token that follows its label. */
  readonly from: number;
  /** Cells from above that cover the beginning of the next line: some texts print them as blank cells. */
  readonly coveredAfter: number;
  /** Columns that the row's own label covers beyond its first: some texts print those as blank cells too. */
  readonly coveredByLabel: number;
  readonly atEnd: boolean;
  /** True where the values stand behind the label of a group whose rows have no labels of their own. */
  readonly isGroup: boolean;
};

/** One run for every row whose label was found, and for every group of rows that was printed as one row. */
export function findRuns(printed: PrintedTable, tokens: readonly Token[], matches: readonly LabelMatch[]): readonly Run[] {
  const runOf = (row: PrintedRow, anchor: LabelMatch, isGroup: boolean): Run => {
    const next = matches.find((match) => match.start >= anchor.end);
    return {
      row,
      pieces: collect(tokens, anchor.end, next?.start ?? tokens.length),
      from: anchor.end,
      coveredAfter: next === undefined ? 0 : (printed.labels[next.target]?.coveredBefore ?? 0),
      coveredByLabel: row.label === null ? 0 : (printed.labels[row.label]?.colSpan ?? 1) - 1,
      atEnd: next === undefined,
      isGroup,
    };
  };
  const byTarget = new Map(matches.toReversed().map((match) => [match.target, match]));
  const found = (label: number | null) => (label === null ? undefined : byTarget.get(label));
  const rows = printed.rows.flatMap((row): Run[] => {
    const anchor = row.label === null ? lastBefore(matches, row.firstLabel) : found(row.label);
    return anchor === undefined ? [] : [runOf(row, anchor, false)];
  });
  const groups = printed.groups.flatMap((group): Run[] => {
    const anchor = found(group.label);
    const last = printed.rows[group.rows.at(-1) ?? -1];
    const isApart = group.rows.some((row) => found(printed.rows[row]?.label ?? null) !== undefined);
    return anchor === undefined || last === undefined || isApart ? [] : [runOf(last, anchor, true)];
  });
  // a group that is only missing its rows has nothing behind its label
  return [...rows, ...groups.filter((run) => run.pieces.some((piece) => piece.kind === 'value'))];
}

/** A row without a label of its own follows the last label of its head. */
function lastBefore(matches: readonly LabelMatch[], firstLabel: number): LabelMatch | undefined {
  return matches.findLast((match) => match.target < firstLabel);
}

/** The pieces up to the first text that cannot be a value. */
function collect(tokens: readonly Token[], from: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let index = from; index < end; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const last = pieces.at(-1);
    const { text, line } = token;
    if (token.kind !== 'cell') pieces.push({ kind: token.kind, text: '', line, tokens: [index] });
    else if (looksLikeValue(text)) pieces.push({ kind: 'value', text, line, tokens: [index] });
    else if (last?.kind === 'value' && isRemark(text))
      pieces.splice(-1, 1, { ...last, text: last.text + text, tokens: [...last.tokens, index] });
    else break;
  }
  return pieces;
}
