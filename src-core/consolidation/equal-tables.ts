/** Units whose figures of a whole table are the same (表格雷同): one may have copied the other's table. */
import { sameValue } from '../lib/exact.ts';
import type { Consolidation, SummedUnit } from './consolidate.ts';

/** `figures`: how many of the table's entered cells are more than nought. */
export type EqualTables = {
  readonly table: string;
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly figures: number;
};

/** Small units may have the same few cases by chance. */
const fewestFigures = 3;

/** In the order of the form's tables; groups and units in the order of the units. Totals follow their parts and prove nothing. */
export function equalTables({ edition, contributors }: Pick<Consolidation, 'edition' | 'contributors'>): readonly EqualTables[] {
  const { cells, edition: form } = edition.form;
  return form.tables.flatMap(({ id }): EqualTables[] => {
    const places = cells.flatMap(({ table, computed }, at) => (table.id === id && !computed ? [at] : []));
    const groups = new Map<string, { units: SummedUnit[]; figures: number }>();
    for (const unit of contributors) {
      const values = places.map((at) => unit.source.values[at] ?? null);
      const figures = values.filter((value) => !sameValue(value ?? 0, 0)).length;
      if (figures < fewestFigures) continue;
      // Blank and nought are as good as each other here, and 1.50 is 1.5.
      const key = values.map((value) => (sameValue(value ?? 0, 0) ? '' : String(Number(value)))).join(' ');
      const group = groups.get(key) ?? { units: [], figures };
      group.units.push(unit);
      groups.set(key, group);
    }
    return [...groups.values()].flatMap(({ units, figures }) =>
      units.length < 2 ? [] : [{ table: id, units: units.map(({ code, name }) => ({ code, name })), figures }],
    );
  });
}
