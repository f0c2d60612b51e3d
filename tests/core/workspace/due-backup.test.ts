import { expect, it } from 'vitest';
import { dueBackup } from '#core/workspace/due-backup.ts';

it.each([
  ['the first of all', null, '2026-01-12T08:30:00Z', 'daily'],
  ['within the hour', '2026-01-12T08:30:00Z', '2026-01-12T09:29:59Z', null],
  ['after an hour', '2026-01-12T08:30:00Z', '2026-01-12T09:30:00Z', 'hourly'],
  ['on the next day, within the hour', '2026-01-12T23:50:00Z', '2026-01-13T00:10:00Z', 'daily'],
  ['after the clock was set back a little', '2026-01-12T08:30:00Z', '2026-01-12T08:00:00Z', null],
  ['after the clock was set back by hours', '2026-01-12T08:30:00Z', '2026-01-12T06:00:00Z', 'hourly'],
  ['after the clock was set back by days', '2026-01-12T08:30:00Z', '2026-01-03T08:30:00Z', 'daily'],
])('%s', (_name, newest, now, reason) => {
  expect(dueBackup(newest, new Date(now), 'hourly')).toBe(reason);
  expect(dueBackup(newest, new Date(now), 'daily')).toBe(reason === 'daily' ? 'daily' : null);
  expect(dueBackup(newest, new Date(now), 'off')).toBeNull();
});
