import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchSystem } from '#core/suspects/search.ts';
import { startStopwatch } from '#core/suspects/stopwatch.ts';
import type { System } from '#core/suspects/system.ts';
import { form } from './filings.ts';

/** A small system: a figure for each cell, and for each sum a coefficient of each cell. */
type Small = { readonly values: readonly number[]; readonly sums: readonly (readonly number[])[] };

const cells = 6;
const highest = 24;
const million = 1_000_000n;
/** As on the forms, a cell adds to one sum at most and is taken from one other. */
const place = fc.record({ value: fc.nat(4), added: fc.nat(4), taken: fc.nat(4) });
const small: fc.Arbitrary<Small> = fc.array(place, { minLength: cells, maxLength: cells }).map((places) => ({
  values: places.map((each) => each.value),
  sums: [1, 2, 3, 4].map((sum) => places.map(({ added, taken }) => Number(added === sum) - Number(taken === sum))),
}));

function toSystem({ values, sums }: Small): System {
  const [cell] = form.cells;
  if (cell === undefined) throw new Error('the form has no cells');
  const unknowns = values.map((value, place) => ({
    cell,
    value: BigInt(value) * million,
    isBlank: false,
    isForced: false,
    sums: sums.flatMap((sum, index) => (sum[place] === 0 ? [] : [{ sum: index, coefficient: BigInt(sum[place] ?? 0) }])),
  }));
  return {
    unknowns,
    sums: sums.map((sum) => ({
      unknowns: sum.flatMap((coefficient, place) => (coefficient === 0 ? [] : [place])),
      offBy: BigInt(total(sum, values)) * million,
    })),
  };
}

function total(sum: readonly number[], values: readonly number[]): number {
  return sum.reduce((so, coefficient, place) => so + coefficient * (values[place] ?? 0), 0);
}

/** The least number of cells to change so that all sums are zero, by trying all values; null when three are not enough. */
function leastChanges({ values, sums }: Small): number | null {
  const tried = [...values];
  const isMended = () => sums.every((sum) => total(sum, tried) === 0);
  const canMend = (from: number, room: number): boolean => {
    if (isMended()) return true;
    if (room === 0) return false;
    for (let place = from; place < cells; place += 1) {
      for (let value = 0; value <= highest; value += 1) {
        tried[place] = value;
        if (canMend(place + 1, room - 1)) return true;
      }
      tried[place] = values[place] ?? 0;
    }
    return false;
  };
  for (const size of [0, 1, 2, 3]) if (canMend(0, size)) return size;
  return null;
}

test('the smallest repair of up to three cells is found, checked against all values of all cells', () => {
  fc.assert(
    fc.property(small, (system) => {
      const least = leastChanges(system);
      const result = searchSystem(
        toSystem(system),
        startStopwatch(() => 0, 1),
      );
      const size = result.found.reduce((sum, each) => sum + each.size, 0);
      const changes = result.found.flatMap(({ covers: [cover = []] }) => cover.flatMap((patch) => patch.changes));
      const mended = [...system.values];
      for (const { unknown, value } of changes) mended[unknown] = Number(value / million);
      if (result.isMended) expect(system.sums.map((sum) => total(sum, mended) === 0)).not.toContain(false);
      // the trial of all values ends at `highest`: what it misses needs a higher one
      if (least === null) expect(!result.isMended || size > 3 || mended.some((value) => value > highest)).toBe(true);
      else expect({ isMended: result.isMended, size }).toEqual({ isMended: true, size: least });
    }),
    { numRuns: 100 },
  );
});
