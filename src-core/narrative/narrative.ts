/** The prose of a report: sections of blocks; a figure in the text may be bound to a cell of the tables. */
import type { CellKey } from '../form/cell-key.ts';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  /** A bound figure: it shows the cell's value of the moment. */
  | { readonly kind: 'figure'; readonly cell: CellKey };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

/** Blocks by section id; the preamble is a section too. Section headings are the edition's and not repeated here. */
export type Narrative = Readonly<Record<string, readonly Block[]>>;

/** Everything that stands in a block, whatever its kind. */
export function inlinesOfBlock(block: Block): readonly Inline[] {
  return block.kind === 'list' ? block.items.flat() : block.content;
}
