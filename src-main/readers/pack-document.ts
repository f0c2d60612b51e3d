/** Documents on their way between threads: a sheet has a thousand cells, and copying each as an object takes longer than reading them. */
import { columnName } from '#core/intake/document/csv.ts';
import type { Block, Grid, IntakeDocument, RawCell } from '#core/intake/document/document.ts';
import type { Parsed } from './parse-document.ts';

/** Row by row, four numbers for each cell: its row, its column and its spans. */
type PackedSheet = { readonly kind: 'sheet'; readonly rows: number; readonly texts: readonly string[]; readonly places: Int32Array };

type PackedDocument = Omit<IntakeDocument, 'parts'> & {
  readonly parts: readonly { readonly name: string; readonly blocks: readonly (Block | PackedSheet)[] }[];
};

export type PackedParsed = Exclude<Parsed, { kind: 'document' }> | { readonly kind: 'document'; readonly document: PackedDocument };

const perCell = 4;

export function packParsed(parsed: Parsed): PackedParsed {
  if (parsed.kind !== 'document') return parsed;
  const parts = parsed.document.parts.map(({ name, blocks }) => ({ name, blocks: blocks.map(packBlock) }));
  return { kind: 'document', document: { ...parsed.document, parts } };
}

/** What was packed, as it was. */
export function unpackParsed(packed: PackedParsed): Parsed {
  if (packed.kind !== 'document') return packed;
  const parts = packed.document.parts.map(({ name, blocks }) => ({ name, blocks: blocks.map(unpackBlock) }));
  return { kind: 'document', document: { ...packed.document, parts } };
}

/** Grids whose cells all have the addresses of a sheet; others stay as they are. */
function packBlock(block: Block): Block | PackedSheet {
  if (block.kind !== 'grid' || block.counted) return block;
  const texts: string[] = [];
  const places: number[] = [];
  for (const [row, cells] of block.rows.entries()) {
    for (const { text, colSpan, rowSpan, address } of cells) {
      const column = address === undefined ? null : columnAt(address, row);
      if (column === null) return block;
      texts.push(text);
      places.push(row, column, colSpan, rowSpan);
    }
  }
  return { kind: 'sheet', rows: block.rows.length, texts, places: Int32Array.from(places) };
}

function unpackBlock(block: Block | PackedSheet): Block {
  if (block.kind !== 'sheet') return block;
  const rows = Array.from({ length: block.rows }, (): RawCell[] => []);
  const { places } = block;
  for (const [index, text] of block.texts.entries()) {
    const [row = 0, column = 0, colSpan = 1, rowSpan = 1] = places.subarray(index * perCell, (index + 1) * perCell);
    rows[row]?.push({ text, colSpan, rowSpan, address: columnName(column) + String(row + 1) });
  }
  return { kind: 'grid', counted: false, rows } satisfies Grid;
}

/** The column of an address in this row, from 0; null for another row's. */
function columnAt(address: string, row: number): number | null {
  let column = 0;
  let at = 0;
  for (; address.charCodeAt(at) >= 65; at += 1) column = column * 26 + address.charCodeAt(at) - 64;
  return address.slice(at) === String(row + 1) ? column - 1 : null;
}
