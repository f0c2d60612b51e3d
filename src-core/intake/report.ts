/** What an intake did and did not understand: data that a person or a script can check the filing against. */
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';

export const intakeReportFormat = 'nianbao.intake-report/1';

/** Things worth a look that are no figures; `src-core/text/` words them. */
export const intakeNoteCodes = [
  /** No line of the text reads like the title of such a report. */
  'no-title',
  /** The title names no year. */
  'no-year-in-title',
  /** The title names another unit than the one asked for. */
  'other-unit',
  /** The period stated in the preamble is another year's. */
  'other-period',
  /** A section heading was not found. */
  'section-missing',
  /** A heading or label differs from the official wording, but its place and wording leave no doubt. */
  'altered-label',
  /** A row stands in the text, but its number of values is not the form's; none was taken. */
  'wrong-number-of-values',
  /** The column headings above the row are not the form's; no value was taken. */
  'unknown-columns',
  /** An amount whose unit the text does not state. */
  'unit-not-stated',
  /** The unit beside the figure differs from the one in the column heading; the one beside the figure was kept. */
  'unit-differs',
  /** One nought below several columns counts for each of them. */
  'merged-value',
  /** One figure below several columns; the row was not taken. */
  'merged-value-unclear',
  /** Figures without anything between them, parted in the only way that agrees with the sums. */
  'glued-values',
  /** Figures without anything between them that can be parted in several ways; none was taken. */
  'glued-unclear',
  /** The sums of the row fail as it stands and hold when it is moved by a column; it was not taken. */
  'shifted-row',
  /** Figures of a text that may have drifted into another row: its sum fails, or the row beside it has too few; not taken. */
  'doubtful-row',
  /** Labels and figures do not stand beside each other; the figures were taken in their order. */
  'read-by-order',
  /** Which cells of a row are blank was told by where its figures stand in columns of spaces. */
  'head-in-pieces',
  'read-by-columns',
  /** The figures stand before their labels, and too few or too many of them to tell whose they are; none was taken. */
  'figures-before-labels',
  /** A group of rows is printed as one; its figures were taken for the last row of the group. */
  'one-row-for-group',
  /** The table has the columns of another edition of the form. */
  'other-edition',
  /** A picture stands where the table should. */
  'picture',
  /** The file holds several reports; this one was read. */
  'one-of-several',
  /** A hidden sheet, which was not read. */
  'hidden-sheet',
  /** Hidden rows or columns, which were read all the same. */
  'hidden-rows',
  /** A formula without the result that a spreadsheet program would have stored. */
  'no-cached-value',
  /** A page number between the cells was passed over. */
  'page-number',
] as const;

export type IntakeNoteCode = (typeof intakeNoteCodes)[number];

export type IntakeNote = {
  readonly code: IntakeNoteCode;
  /** Heading, row or cell by its official labels; empty when the note is about the whole text. */
  readonly place: string;
  /** As it stands in the text. */
  readonly text: string;
  /** As it was expected. */
  readonly expected: string;
};

/** Text inside a table that is neither a label nor a value of the form; `line` counts from 1. */
export type NotUnderstood = {
  readonly place: string;
  readonly line: number;
  readonly text: string;
  /** Where it stands in its file, where lines are not what people count in: `表三!C5`. */
  readonly source?: string;
};

export type IntakeReport = {
  readonly format: typeof intakeReportFormat;
  readonly fileName: string;
  /** The id of the edition that the text was read with. */
  readonly edition: string;
  /** Cells whose place was found and understood, blank ones included; `found + notFound.length = expected`. */
  readonly found: number;
  readonly expected: number;
  readonly notFound: readonly { readonly cell: CellKey; readonly label: string }[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** Totals as stated in the text that differ from their sums; they are kept as stated. */
  readonly statedTotals: readonly {
    readonly cell: CellKey;
    readonly label: string;
    readonly stated: CellValue;
    readonly computed: CellValue;
  }[];
  readonly notes: readonly IntakeNote[];
};
