/** Work that waits until the typing rests. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPause } from '#renderer/state/after-pause.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what waits for a pause', () => {
  it('runs once after the last of many keys, and again after the next ones', () => {
    let runs = 0;
    const ask = afterPause(() => (runs += 1));
    for (let key = 0; key < 5; key += 1) {
      ask();
      vi.advanceTimersByTime(149);
    }
    expect(runs).toBe(0);
    vi.advanceTimersByTime(1);
    expect(runs).toBe(1);
    ask();
    vi.advanceTimersByTime(150);
    expect(runs).toBe(2);
  });
});
