/** Prose on its way to the disk: handed in while the typing goes on, checked now and then, never lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Block } from '#core/narrative/narrative.ts';
import { Prose } from '#renderer/state/prose.svelte.ts';
import { paragraph } from '../prose/blocks.ts';

describe('prose that is being written', () => {
  let saved: [section: string, blocks: readonly Block[]][];
  let prose: Prose;
  const stored = { problems: [paragraph('原有的文字')] };
  beforeEach(() => {
    vi.useFakeTimers();
    saved = [];
    prose = new Prose({ stored: () => stored, show: () => () => '0', save: (section, blocks) => saved.push([section, blocks]) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is handed in 800 ms after the first keystroke, however long the typing goes on, with the newest words', () => {
    for (let count = 1; count <= 20; count += 1) {
      prose.write('overview', [paragraph('好'.repeat(count))]);
      vi.advanceTimersByTime(100);
    }
    expect(saved.map(([, blocks]) => blocks)).toEqual([[paragraph('好'.repeat(8))], [paragraph('好'.repeat(16))]]);
    expect(prose.isTyping).toBe(true);
    vi.advanceTimersByTime(800);
    expect(saved.at(-1)).toEqual(['overview', [paragraph('好'.repeat(20))]]);
    expect(prose.isTyping).toBe(false);
  });

  it('is checked at most once in 150 ms', () => {
    prose.write('overview', [paragraph('一')]);
    expect(prose.checked).toEqual(stored);
    vi.advanceTimersByTime(149);
    prose.write('overview', [paragraph('二')]);
    expect(prose.checked).toEqual(stored);
    vi.advanceTimersByTime(1);
    expect(prose.checked).toEqual({ ...stored, overview: [paragraph('二')] });
  });

  it('is at once what its section shows, and other sections stay as they are stored', () => {
    prose.write('overview', [paragraph('一')]);
    expect(prose.textOf('overview')).toBe('一');
    expect(prose.textOf('problems')).toBe('原有的文字');
    expect(prose.textOf('otherMatters')).toBe('');
  });

  it('of two sections is handed in at once when it has to be, each into its own, and only once', () => {
    prose.write('overview', [paragraph('一')]);
    prose.write('problems', [paragraph('五')]);
    prose.keep();
    prose.keep();
    vi.advanceTimersByTime(2_000);
    expect(saved).toEqual([
      ['overview', [paragraph('一')]],
      ['problems', [paragraph('五')]],
    ]);
    expect(prose.checked).toEqual({ overview: [paragraph('一')], problems: [paragraph('五')] });
  });

  it('is forgotten once the main process has shown the report anew', () => {
    prose.write('overview', [paragraph('一')]);
    prose.keep();
    prose.forget();
    expect(prose.blocksOf('overview')).toEqual([]);
    expect(prose.checked).toEqual(stored);
  });
});
