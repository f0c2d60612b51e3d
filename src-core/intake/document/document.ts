/** What every file that intake reads is turned into first: paragraphs, grids and pictures in reading order. */

/** A cell as a reader finds it; covered places have no cell of their own. */
export type RawCell = {
  /** Line breaks part the paragraphs of a cell. */
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** Where it stands in its file, such as `C5`; absent where the file has no such names. */
  readonly address?: string | undefined;
};

/** The same with its place in the grid, which is counted from 0. */
export type GridCell = RawCell & { readonly column: number };

export type Grid = {
  readonly kind: 'grid';
  readonly rows: readonly (readonly RawCell[])[];
  /**
   * True where a row has as many cells as its author gave it (web pages, Word), so that a missing one shows; false for
   * sheets, whose rows are all of one length.
   */
  readonly counted: boolean;
};

export type Block = { readonly kind: 'paragraph'; readonly text: string } | Grid | { readonly kind: 'picture' };

/** A sheet of a workbook, or the whole of any other file (`name` is empty then). */
export type DocumentPart = { readonly name: string; readonly blocks: readonly Block[] };

/** What the reader saw and the blocks do not tell; `text` names the sheet or the rows. */
export type DocumentNote = { readonly code: 'hidden-sheet' | 'hidden-rows' | 'no-cached-value'; readonly text: string };

/** A sheet of the app's own template that says which cell of the form stands where. */
export type TemplateMap = { readonly entries: readonly (readonly [name: string, value: string])[] };

export type IntakeDocument = {
  readonly parts: readonly DocumentPart[];
  readonly notes: readonly DocumentNote[];
  readonly template: TemplateMap | null;
};

/** The document of a file that has neither sheets nor a template. */
export function wholeDocument(blocks: readonly Block[]): IntakeDocument {
  return { parts: [{ name: '', blocks }], notes: [], template: null };
}
