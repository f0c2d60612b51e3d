/** What every screen says of edits that are not on disk. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { Unsaved } from '../../../src-renderer/state/unsaved.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is unsaved is told with its minutes, tried again by itself, and gone once it is on disk', async () => {
  let isFull = true;
  let tries = 0;
  const since = '2026-01-12T08:30:00.000Z';
  const unsaved = new Unsaved({
    ask: () => Promise.resolve(ok(isFull ? { since, problem: problem('file/disk-full', { path: '/w' }) } : null)),
    again: () => {
      tries += 1;
      return Promise.resolve(ok({ state: 'saved' as const, at: since }));
    },
    now: () => Date.parse('2026-01-12T08:33:30.000Z'),
  });
  await unsaved.look();
  expect(unsaved.view?.problem.code).toBe('file/disk-full');
  expect(unsaved.minutes).toBe(3);
  await vi.advanceTimersByTimeAsync(8_500);
  expect(tries).toBe(2);
  isFull = false;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(unsaved.view).toBeNull();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tries).toBe(3);
});
