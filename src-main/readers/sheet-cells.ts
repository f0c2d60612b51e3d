/** The sheets of a workbook as any of its readers finds them: cells that hold something, merged ones, and what is hidden. */

/** By row and column from 0. `hasNoResult` marks a formula whose result was not stored; its text is the formula then. */
export type SheetCell = { readonly row: number; readonly column: number; readonly text: string; readonly hasNoResult?: true };

/** Rows and columns from 0; the last ones belong to it. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type FoundSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Row by row, each from left to right. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Merge[];
  /** The first hidden row and column; Infinity where none is hidden. */
  readonly firstHiddenRow: number;
  readonly firstHiddenColumn: number;
};

export const mostRows = 20_000;
export const mostColumns = 300;
export const mostCells = 200_000;
export const mostSheets = 200;
