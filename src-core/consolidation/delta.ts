/** What moved from one sum to the next: every total that differs, by how much, and through whom. */
import { sameValue, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { differenceOf } from './difference.ts';

/** A unit's counted value in a cell of a sum. */
export type CountedValue = { readonly unit: string; readonly value: CellValue };

/** A sum as far as a comparison needs it; also what the file of an earlier report gives back. */
export type ComparedSum = ReadonlyMap<CellKey, { readonly value: CellValue; readonly counted: readonly CountedValue[] }>;

/** `difference` is to − from, with blank as nothing. */
export type Movement = { readonly from: CellValue; readonly to: CellValue; readonly difference: CellValue };

export type MovedCell = Movement & { readonly cell: CellKey; readonly through: readonly (Movement & { readonly unit: string })[] };

/** In the order of the new sum's cells; units in the order in which the sums name them. */
export function compareSums(before: ComparedSum, after: ComparedSum): readonly MovedCell[] {
  const cells = new Set([...after.keys(), ...before.keys()]);
  return [...cells].flatMap((cell): MovedCell[] => {
    const [from, to] = [before.get(cell)?.value ?? null, after.get(cell)?.value ?? null];
    const through = throughWhom(before.get(cell)?.counted ?? [], after.get(cell)?.counted ?? []);
    // Units may move and cancel each other out.
    if (sameValue(from, to) && through.length === 0) return [];
    return [{ cell, from, to, difference: differenceOf(to, from), through }];
  });
}

function throughWhom(before: readonly CountedValue[], after: readonly CountedValue[]): MovedCell['through'] {
  const [from, to] = [before, after].map((all) => new Map(all.map(({ unit, value }) => [unit, value])));
  const units = new Set([...after, ...before].map(({ unit }) => unit));
  return [...units].flatMap((unit) => {
    const moved = movement(from?.get(unit) ?? null, to?.get(unit) ?? null);
    return moved === null ? [] : [{ unit, ...moved }];
  });
}

function movement(from: CellValue, to: CellValue): Movement | null {
  return sameValue(from, to) ? null : { from, to, difference: differenceOf(to, from) };
}
