/** The cells edited last: a mistake that has just appeared is looked for there first, and digits keep their say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { keepRecent, liftRecent } from '#core/suspects/recent.ts';
import { shownRepairs, type Localised } from '#core/suspects/repair.ts';
import { clean, form, localised, stated, typed, yearBefore } from './filings.ts';

const three = (row: string, column = 'naturalPerson'): CellKey => `applications.${row}.${column}`;

function offered({ causes }: Localised): readonly CellKey[] {
  return causes.flatMap((cause) => cause.repairs.flatMap((repair) => repair.changes.map((change) => change.cell)));
}

describe('in a typed filing, where any cell of the column might be wrong', () => {
  const entered = form.cells.filter(
    ({ table, column, computed }) => table.id === 'applications' && column.id === 'naturalPerson' && !computed,
  );
  const columns = entered.map(({ key }) => key);

  test('the cell just typed may be missing among the suspects that are shown, unless it is told', () => {
    const missing = columns.filter((key) => !offered(localised(typed({ [key]: Number(clean[key]) + 1 }))).includes(key));
    expect(missing.length).toBeGreaterThan(3);
    const told = columns.filter((key) => !offered(localised(typed({ [key]: Number(clean[key]) + 1 }), { recent: [key] })).includes(key));
    expect(told).toEqual([]);
  });

  test('it is the first suspect where nothing else explains the mistake better, and only a possible one', () => {
    for (const key of columns) {
      const [cause] = localised(typed({ [key]: Number(clean[key]) + 1 }), { recent: [key] }).causes;
      expect(cause?.repairs[0]?.changes, key).toMatchObject([{ cell: key, value: clean[key] }]);
      expect(new Set(cause?.repairs.map((repair) => repair.certainty)), key).toEqual(new Set(['possible']));
      expect(cause?.repairs).toHaveLength(shownRepairs);
    }
  });

  test('digits that changed places elsewhere, and last year’s figure, are stronger', () => {
    const wrong = typed({ [three('disclosed')]: 1480 });
    const [byDigits] = localised(wrong, { recent: [three('notHeld')] }).causes;
    expect(byDigits?.repairs[0]?.changes).toMatchObject([{ cell: three('disclosed'), value: 1408, pattern: 'transposition' }]);
    expect(offered({ causes: byDigits === undefined ? [] : [byDigits], isComplete: true, searchedSize: 1 })).toContain(three('notHeld'));
    const brought = typed({ [three('broughtForward')]: 245 });
    const [byYear] = localised(brought, { prior: yearBefore, recent: [three('notHeld')] }).causes;
    expect(byYear?.repairs[0]?.changes).toMatchObject([{ cell: three('broughtForward'), value: 118, pattern: 'priorYear' }]);
  });

  test('of two cells edited one after the other, the later one goes first', () => {
    const cells = typed({ [three('notHeld')]: 860, [three('duplicate')]: 26 });
    const firstOf = (recent: readonly CellKey[]) => offered(localised(cells, { recent }))[0];
    expect(firstOf([three('duplicate'), three('reissue')])).toBe(three('duplicate'));
    expect(firstOf([three('reissue'), three('duplicate')])).toBe(three('duplicate'));
    expect(firstOf([three('petitionOrComplaint'), three('duplicate')])).toBe(three('petitionOrComplaint'));
  });
});

test('what is found does not depend on it: the same repairs as far as they are shown, the same cells and sizes', () => {
  const cells = stated({ [three('disclosed')]: 1480, 'remedies.reconsideration.pending': 63 });
  const [without, told] = [localised(cells), localised(cells, { recent: ['remedies.reconsideration.total', three('disclosed')] })];
  expect(told.causes.map(({ size, repairCount }) => [size, repairCount])).toEqual(
    without.causes.map(({ size, repairCount }) => [size, repairCount]),
  );
  expect(new Set(offered(told))).toEqual(new Set(offered(without)));
});

test('a cell that nothing is wrong with is no suspect because it was edited', () => {
  const { causes } = localised(stated({ [three('disclosed')]: 1480 }), {
    recent: ['remedies.directLitigation.upheld', three('duplicate')],
  });
  expect(causes.map((cause) => cause.repairs.map((repair) => repair.changes.map((change) => change.cell)))).toEqual([
    [[three('disclosed')]],
  ]);
});

describe('the order of repairs', () => {
  const cells = ['a.a.a', 'b.b.b', 'c.c.c', 'd.d.d', 'e.e.e', 'f.f.f'] as const;
  const repairs = fc
    .array(fc.record({ cell: fc.constantFrom(...cells), bits: fc.integer({ min: 0, max: 20 }) }), { maxLength: 20 })
    .map((list) => list.map(({ cell, bits }) => ({ changes: [{ cell }], bits })).sort((one, other) => one.bits - other.bits));
  const recents = fc.uniqueArray(fc.constantFrom(...cells), { maxLength: 3 });

  test('keeps all repairs, and lifts none above one that is better by the lead', () => {
    fc.assert(
      fc.property(repairs, recents, (sorted, recent) => {
        const lifted = liftRecent(sorted, recent, 3);
        expect(new Set(lifted)).toEqual(new Set(sorted));
        expect(lifted).toHaveLength(sorted.length);
        for (const [place, one] of lifted.entries()) {
          for (const other of lifted.slice(place + 1)) {
            expect(other.bits + 3 > one.bits || !recent.some((cell) => cell === one.changes[0]?.cell)).toBe(true);
          }
        }
        const others = lifted.filter(({ changes }) => !recent.some((cell) => cell === changes[0]?.cell));
        expect(others.map(({ bits }) => bits)).toEqual(others.map(({ bits }) => bits).toSorted((one, other) => one - other));
      }),
    );
  });

  test('never shows more than the limit, and always the best repair of a recent cell', () => {
    fc.assert(
      fc.property(repairs, recents, fc.integer({ min: 3, max: 12 }), (sorted, recent, limit) => {
        const kept = keepRecent(sorted, recent, limit);
        expect(kept).toHaveLength(Math.min(limit, sorted.length));
        for (const cell of recent) {
          const best = sorted.find(({ changes }) => changes[0]?.cell === cell);
          if (best !== undefined) expect(kept).toContain(best);
        }
        expect(kept).toEqual(sorted.filter((each) => kept.includes(each)));
      }),
    );
  });
});
