/** Last year's figures for a sum: the superior's own report of then, or the sum of what the same units reported. */
import { labelKey } from '../intake/label-key.ts';
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import type { PriorFiling } from '../rules/subject.ts';
import type { Consolidation } from './consolidate.ts';
import { unnamedUnitCode } from './match-source.ts';
import type { Source } from './source.ts';
import { planCells, sumCell, type Contributor } from './sum-cells.ts';
import type { UnitPrior } from './unit-priors.ts';

export type PriorSums = { readonly ofSum: PriorFiling | null; readonly ofUnits: ReadonlyMap<string, UnitPrior> };

/** `sources` are of the year before. A sum of units is made only where every unit of this year's sum has one. */
export function priorSums(consolidation: Consolidation, sources: readonly Source[], editions: readonly LoadedEdition[]): PriorSums {
  const { unit: superior, contributors } = consolidation;
  const isSuperiors = ({ unit }: Source) =>
    unit.code === superior.code || (unit.code === unnamedUnitCode && labelKey(unit.name) === labelKey(superior.name));
  const own = sources.find(isSuperiors) ?? null;
  const units = new Map(sources.filter((each) => !isSuperiors(each)).map((each) => [each.unit.code, each]));
  const editionOf = (source: Source) => editions.find(({ id }) => id === source.editionId) ?? null;
  const ofUnits = new Map<string, UnitPrior>();
  for (const [code, source] of units) {
    const edition = editionOf(source);
    if (edition !== null) ofUnits.set(code, { cells: cellsOf(source, edition) });
  }
  const edition = own === null ? null : editionOf(own);
  if (own !== null && edition !== null) return { ofSum: { form: edition.form, cells: cellsOf(own, edition), narrative: {} }, ofUnits };
  const parts = contributors.flatMap((each): Contributor[] => {
    const source = units.get(each.code);
    return source === undefined ? [] : [{ ...each, source }];
  });
  const [first] = parts;
  const common = first === undefined ? null : editionOf(first.source);
  const isWhole = parts.length === contributors.length && parts.every(({ source }) => source.editionId === common?.id);
  return { ofSum: common === null || !isWhole ? null : summed(common, parts), ofUnits };
}

/** A cell that one of them left blank is not known of all. */
function summed(edition: LoadedEdition, parts: readonly Contributor[]): PriorFiling {
  const cells: Record<CellKey, CellValue> = {};
  for (const plan of planCells(edition)) {
    const sum = sumCell(plan, parts);
    cells[plan.cell.key] = sum.blank > 0 ? null : sum.value;
  }
  return { form: edition.form, cells, narrative: {} };
}

function cellsOf({ values }: Source, { form }: LoadedEdition): Readonly<Record<CellKey, CellValue>> {
  return Object.fromEntries(form.cells.map(({ key }, index) => [key, values[index] ?? null]));
}
