import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupReasons, isAutomatic, operationReasons } from '#core/workspace/backup-reason.ts';
import { backupsToLetGo, schedule, type KeptBackup } from '#core/workspace/retention.ts';

const minute = 60_000;
const start = Date.parse('2025-01-01T00:00:00Z');

/** Backups in the order of their numbers, at times that mostly go forward, as clocks do. */
const histories = fc
  .array(fc.record({ minutes: fc.integer({ min: -600, max: 3_000 }), reason: fc.constantFrom(...backupReasons) }), { maxLength: 400 })
  .map((steps) => {
    let time = start;
    return steps.map(({ minutes, reason }, index): KeptBackup => {
      time += minutes * minute;
      return { sequence: index + 1, madeAt: new Date(time).toISOString(), reason, size: 1_000 };
    });
  });

function keep<B extends KeptBackup>(backups: readonly B[], by = schedule): readonly B[] {
  const gone = new Set(backupsToLetGo(backups, by));
  return backups.filter((each) => !gone.has(each));
}

const hourly = (count: number, everyMinutes: number, size = 1): readonly KeptBackup[] =>
  Array.from({ length: count }, (_, index) => ({
    sequence: index + 1,
    madeAt: new Date(start + index * everyMinutes * minute).toISOString(),
    reason: 'hourly',
    size,
  }));

describe('the schedule of backups', () => {
  it('keeps 24 hours, 30 days and 12 months of a year of working days', () => {
    const kept = keep(hourly(365 * 24, 60));
    const newest = kept.at(-1)!;
    expect(newest.sequence).toBe(365 * 24);
    const hours = new Set(kept.slice(-24).map((each) => each.madeAt.slice(0, 13)));
    expect(hours.size).toBe(24);
    expect(new Set(kept.map((each) => each.madeAt.slice(0, 10))).size).toBeGreaterThanOrEqual(30);
    expect(new Set(kept.map((each) => each.madeAt.slice(0, 7)))).toHaveLength(12);
    // 24 of the last day, 29 days before it, 11 months before those.
    expect(kept.length).toBeLessThanOrEqual(24 + 30 + 12);
  });

  it('keeps the last ten before operations, however many there are in one hour', () => {
    const backups = Array.from({ length: 40 }, (_, index): KeptBackup => {
      return { sequence: index + 1, madeAt: '2026-01-12T08:30:00Z', reason: operationReasons[index % 4]!, size: 1 };
    });
    expect(keep(backups).map((each) => each.sequence)).toEqual([31, 32, 33, 34, 35, 36, 37, 38, 39, 40]);
  });

  it('lets nothing go for time that passed without backups', () => {
    const kept = keep(hourly(10, 60));
    const later = { sequence: 11, madeAt: '2031-06-01T08:00:00Z', reason: 'daily', size: 1 } as const;
    expect(keep([...kept, later])).toHaveLength(11);
  });

  it('never lets go what the user asked for', () => {
    fc.assert(
      fc.property(histories, (backups) => {
        expect(backupsToLetGo(backups).every(({ reason }) => isAutomatic(reason))).toBe(true);
      }),
    );
  });

  it('keeps the newest, whatever the clock said', () => {
    fc.assert(
      fc.property(histories, (backups) => {
        const automatic = backups.filter(({ reason }) => isAutomatic(reason));
        expect(keep(automatic).slice(-schedule.always)).toEqual(automatic.slice(-schedule.always));
      }),
    );
  });

  it('is done when it is done: thinning again lets nothing go', () => {
    fc.assert(
      fc.property(histories, (backups) => {
        expect(backupsToLetGo(keep(backups))).toEqual([]);
      }),
    );
  });

  it('keeps after each backup what it would keep of all at once, so that nothing is missed later', () => {
    fc.assert(
      fc.property(histories, (backups) => {
        let kept: readonly KeptBackup[] = [];
        for (const backup of backups) kept = keep([...kept, backup]);
        expect(kept).toEqual(keep(backups));
      }),
      { numRuns: 60 },
    );
  });

  it('takes no more room than it may, except for the newest three', () => {
    const sizes = fc.tuple(histories, fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1 }), fc.integer({ min: 0, max: 60_000 }));
    fc.assert(
      fc.property(sizes, ([backups, each, mostBytes]) => {
        const sized = backups.map((backup, index) => ({ ...backup, size: each[index % each.length]! }));
        const kept = keep(sized, { ...schedule, mostBytes }).filter(({ reason }) => isAutomatic(reason));
        const bytes = kept.reduce((sum, { size }) => sum + size, 0);
        expect(bytes <= mostBytes || kept.length <= schedule.always).toBe(true);
      }),
    );
  });

  it('lets the oldest go first when room is short', () => {
    const kept = keep(hourly(20, 60, 1_000), { ...schedule, mostBytes: 5_500 });
    expect(kept.map((each) => each.sequence)).toEqual([16, 17, 18, 19, 20]);
    expect(keep(hourly(20, 60, 1_000), { ...schedule, mostBytes: 1 }).map((each) => each.sequence)).toEqual([18, 19, 20]);
  });
});
