/** The reason for a single cell as it is being typed, and what it is to the reasons that are there. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { CellReason } from './answer.svelte.ts';

/** What stands in the two fields. */
export type TypedReason = { readonly label: string; readonly reason: string };
export type CellOption = { readonly key: CellKey; readonly label: string };

export const nothingTyped: TypedReason = { label: '', reason: '' };

/** What keeps a line that was begun from being taken: no cell of the form, or no reason. */
export type LineFault = 'cell' | 'reason';

/** The reasons with the typed line, where it is complete; one that was begun is never dropped in silence. */
export function withTyped(
  reasons: readonly CellReason[],
  { label, reason }: TypedReason,
  options: readonly CellOption[],
): { readonly reasons: readonly CellReason[] } | { readonly fault: LineFault } {
  const [named, why] = [label.trim(), reason.trim()];
  if (named === '' && why === '') return { reasons };
  const cell = options.find((each) => each.label === named)?.key;
  if (cell === undefined) return { fault: 'cell' };
  return why === '' ? { fault: 'reason' } : { reasons: [...reasons.filter((each) => each.cell !== cell), { cell, reason: why }] };
}
