import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFilings, type StoredState } from '#core/workspace/restore-changes.ts';

const state = (unitCode: string, reportYear: number, content: string, changedAt = '2026-01-12T08:30:00Z'): StoredState => ({
  unitCode,
  unitName: `单位${unitCode}`,
  reportYear,
  changedAt,
  content,
});
const name = (unitCode: string, reportYear: number) => ({ unitCode, unitName: `单位${unitCode}`, reportYear });

const workspaces = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('469001', '469002', '469003', '46900'), fc.integer({ min: 2019, max: 2023 }), fc.constantFrom('a', 'b')),
    {
      selector: ([code, year]) => `${code} ${String(year)}`,
    },
  )
  .map((each) => each.map(([code, year, content]) => state(code, year, content)));

describe('what a restore changes', () => {
  it('is told filing by filing, the newest year first', () => {
    const here = [state('469001', 2020, 'a'), state('469001', 2021, 'b', '2026-01-12T09:00:00Z'), state('469002', 2020, 'c')];
    const there = [
      state('469001', 2020, 'a'),
      state('469001', 2021, 'x', '2026-01-11T09:00:00Z'),
      state('469003', 2019, 'd'),
      state('469003', 2022, 'e'),
    ];
    expect(compareFilings(here, there)).toEqual({
      onlyHere: [{ ...name('469002', 2020), changedAt: '2026-01-12T08:30:00Z' }],
      onlyThere: [
        { ...name('469003', 2022), changedAt: '2026-01-12T08:30:00Z' },
        { ...name('469003', 2019), changedAt: '2026-01-12T08:30:00Z' },
      ],
      different: [{ ...name('469001', 2021), hereChangedAt: '2026-01-12T09:00:00Z', thereChangedAt: '2026-01-11T09:00:00Z' }],
      same: 1,
    });
  });

  it('is nothing between equal states', () => {
    fc.assert(
      fc.property(workspaces, (states) => {
        expect(compareFilings(states, [...states].reverse())).toEqual({ onlyHere: [], onlyThere: [], different: [], same: states.length });
      }),
    );
  });

  it('counts every filing once, and is the other way round the other way round', () => {
    fc.assert(
      fc.property(workspaces, workspaces, (here, there) => {
        const changes = compareFilings(here, there);
        expect(changes.onlyHere.length + changes.different.length + changes.same).toBe(here.length);
        expect(changes.onlyThere.length + changes.different.length + changes.same).toBe(there.length);
        const back = compareFilings(there, here);
        expect([back.onlyHere, back.onlyThere]).toEqual([changes.onlyThere, changes.onlyHere]);
      }),
    );
  });
});
