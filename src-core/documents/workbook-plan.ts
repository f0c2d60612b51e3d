/** A workbook as data: what stands where, how it looks, what may be typed. A writer turns it into a file. */

/** Rows and columns count from 0. */
export type Place = { readonly row: number; readonly column: number };
export type Area = Place & { readonly rowSpan: number; readonly colSpan: number };

export type CellContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** `cached` is what it comes to when the workbook is written; the empty text where it shows nothing yet. */
  | { readonly kind: 'formula'; readonly formula: string; readonly cached: number | string };

export type CellLook = {
  readonly size: number;
  readonly bold: boolean;
  /** `heading` is 黑体, `text` is 宋体. */
  readonly face: 'heading' | 'text';
  /** Six hexadecimal digits. */
  readonly colour: string | null;
  readonly fill: string | null;
  readonly border: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly wrap: boolean;
  /** Smaller letters rather than `####` where a figure is too long. */
  readonly shrink: boolean;
  /** A number format of Excel, or null for the general one. */
  readonly format: string | null;
  readonly unlocked: boolean;
};

/** A cell, merged where it spans more than one row or column. */
export type PlannedCell = Area & { readonly content: CellContent; readonly look: CellLook };

/** What may be typed in the cells of `ranges` (`D6:I7 D9`), and what is said otherwise. Blank is always allowed. */
export type PlannedValidation = {
  readonly ranges: string;
  readonly rule:
    | { readonly kind: 'whole'; readonly from: number; readonly to: number }
    | { readonly kind: 'list'; readonly values: readonly string[] }
    | { readonly kind: 'length'; readonly most: number }
    | { readonly kind: 'formula'; readonly formula: string };
  /** At most 32 letters. */
  readonly title: string;
  /** At most 255 letters. */
  readonly message: string;
};

/** Another fill and colour while the formula (written for the first cell of the ranges) is true. */
export type PlannedCondition = {
  readonly ranges: string;
  readonly formula: string;
  readonly fill: string | null;
  readonly colour: string;
  readonly bold: boolean;
};

export type PrintPlan = {
  /** So many rows and columns from the top left are printed. */
  readonly rows: number;
  readonly columns: number;
  /** So many rows are repeated on every page. */
  readonly repeated: number;
  /** Landscape unless it says otherwise. */
  readonly orientation?: 'portrait';
  /** All on one page, in smaller letters where that needs it. */
  readonly isOnePage?: boolean;
  /** With `&P` for the page and `&N` for the number of pages. */
  readonly footer: string;
};

export type SheetPlan = {
  /** Letters and digits only, so that formulas need no quotes. */
  readonly name: string;
  /** Programs offer to show what is `hidden`; nothing but a program shows what is `veryHidden`. Neither is printed. */
  readonly visibility: 'shown' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
  /** Of the columns, in characters of the default font. */
  readonly widths: readonly number[];
  /** Of the rows, in points. */
  readonly heights: readonly number[];
  readonly cells: readonly PlannedCell[];
  readonly validations: readonly PlannedValidation[];
  readonly conditions: readonly PlannedCondition[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly print: PrintPlan | null;
};

export type WorkbookPlan = {
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
  /** Sheets cannot be renamed, moved or removed while the workbook is protected. */
  readonly locksStructure: boolean;
};

export function textContent(text: string): CellContent {
  return text === '' ? { kind: 'blank' } : { kind: 'text', text };
}
