/** Last year's figures of a unit of this year: its own, and those of the units it goes back to. */
import type { Cells } from '../form/edit-cells.ts';
import type { SummedUnit } from './consolidate.ts';

export type UnitPrior = { readonly cells: Cells };

/** `priors` by the code of the unit that reported then; empty where last year is not known. */
export function priorsOf({ code, of }: Pick<SummedUnit, 'code' | 'of'>, priors: ReadonlyMap<string, UnitPrior>): readonly UnitPrior[] {
  const codes = new Set([code, ...(of?.code === code ? of.predecessors : [])]);
  return [...codes].flatMap((each) => priors.get(each) ?? []);
}
