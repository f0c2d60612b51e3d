/** The pages of the benchmarks: a figure stands the same in all of them, and what is missed says so. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atLeast, atMost, measured, verdictOf, type Measurement } from './measurement.ts';
import { readmeRows } from './readme-rows.ts';
import { benchmarksPage, betweenMarks, chineseReadmeTable, linesOf, readmeTable } from './report.ts';

const root = resolve(import.meta.dirname, '../..');
const machine = { system: 'Debian 12', cores: 2, node: '20.19.0', electron: null, from: '2026-01-30', to: '2026-01-31' };
const save = measured({
  ...{ id: 'storage/save', what: 'a save', unit: 'milliseconds', values: [5, 6, 7, 8, 90] },
  ...{ peer: { what: 'a plain write', values: [4, 3.5, 3] }, goal: atMost(1.5, 'ratio') },
});

/** The cells of every row of a table. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  return lines.map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/gu, '').trim()));
}

const figuresIn = (cell: string | undefined) => (cell ?? '').match(/\d[\d,.]*/gu) ?? [];

describe('a measurement', () => {
  it('is the median of its repeats, with their middle half, and ours divided by the peer’s', () => {
    expect(save.figures).toEqual({ value: 7, from: 6, to: 8, repeats: 5 });
    expect(save.peer).toMatchObject({ figures: { value: 3.5 }, ratio: 2 });
  });

  it.each<[Measurement['goal'], string]>([
    [atMost(2, 'ratio'), 'met'],
    [atMost(1.99, 'ratio'), 'missed'],
    [atMost(7), 'met'],
    [atMost(6.9), 'missed'],
    [atLeast(7), 'met'],
    [atLeast(7.1), 'missed'],
    [null, 'none'],
  ])('with the goal %j is %s', (goal, verdict) => {
    expect(verdictOf({ ...save, goal })).toBe(verdict);
  });

  it('whose goal is a ratio to nothing is a mistake', () => {
    expect(() => verdictOf({ ...save, peer: null })).toThrow('needs a peer');
  });
});

describe('the line and the rows of a measurement', () => {
  it('say the figure, its spread, what stands beside it, and a goal that is missed', () => {
    expect(linesOf([save])).toEqual([
      '  a save: 7 ms (6 ms to 8 ms, 5 times; beside it 3 ms to 4 ms, 3 times); a plain write: 3.50 ms; 2.00 times; goal at most 1.50 times: missed',
    ]);
    const page = benchmarksPage([{ name: 'storage', about: 'Of a disk.', measurements: [save] }], machine);
    expect(page).toContain(
      '| a save | 7 ms | a plain write: 3.50 ms; 2.00 times | at most 1.50 times: **missed** | 6 ms to 8 ms, 5 times; beside it 3 ms to 4 ms, 3 times |',
    );
    expect(page).toContain('Debian 12, 2 cores, Node 20.19.0; 2026-01-30 to 2026-01-31.');
    expect(page).toContain('1 figures have a goal; 0 meet it, 1 do not: a save.');
  });

  it.each<[Measurement['unit'], number, string]>([
    ['milliseconds', 1_234, '1.23 s'],
    ['milliseconds', 123.4, '123 ms'],
    ['a second', 1_234.5, '1,235/s'],
    ['bytes', 425_300_000, '425 MB'],
    ['bytes', 8_500, '8.50 kB'],
    ['share', 0.981, '98.1 %'],
    ['count', 3, '3'],
  ])('write %s of %d as %s', (unit, value, words) => {
    expect(linesOf([measured({ id: 'x/x', what: 'it', unit, values: [value] })])).toEqual([`  it: ${words} (once)`]);
  });

  it('of README are those of the page, in Chinese too, and one that nothing measures is a mistake', () => {
    const measurements = readmeRows.map(({ id }, at) => ({ ...save, id, what: id, figures: { ...save.figures, value: at + 7 } }));
    const results = [{ name: 'all', about: '', measurements }];
    const english = rowsOf(readmeTable(results, machine));
    const chinese = rowsOf(chineseReadmeTable(results, machine));
    expect(english.slice(1).map(([what]) => what)).toEqual(readmeRows.map(({ id }) => id));
    expect(chinese.map((cells) => figuresIn(cells[1]))).toEqual(english.map((cells) => figuresIn(cells[1])));
    expect(() => readmeTable([{ name: 'all', about: '', measurements: measurements.slice(1) }], machine)).toThrow('no benchmark measures');
  });
});

describe('the marks in a README', () => {
  it('hold the table, and everything around them stays', () => {
    const text = 'above\n<!-- benchmarks: begin -->\nold\n<!-- benchmarks: end -->\nbelow\n';
    expect(betweenMarks(text, 'new')).toBe(text.replace('old', 'new'));
    expect(() => betweenMarks('nothing', 'new')).toThrow('missing');
  });
});

describe('the tables in the repository', () => {
  const tableIn = (name: string) =>
    /<!-- benchmarks: begin -->([^]*)<!-- benchmarks: end -->/u.exec(readFileSync(join(root, name), 'utf8'))?.[1] ?? '';
  const [, ...english] = rowsOf(tableIn('README.md'));
  const [, ...chinese] = rowsOf(tableIn('README.zh-CN.md'));
  const page = readFileSync(join(root, 'docs/benchmarks.md'), 'utf8');

  it('of README stand in docs/benchmarks.md with the same figures', () => {
    expect(english).toHaveLength(readmeRows.length);
    for (const cells of english) expect(page).toContain(`| ${cells.slice(0, 4).join(' | ')} |`);
  });

  it('have the same figures in Chinese', () => {
    expect(chinese.map(([what]) => what)).toEqual(readmeRows.map(({ what }) => what));
    for (const [at, cells] of chinese.entries()) {
      expect(figuresIn(cells[1])).toEqual(figuresIn(english[at]?.[1]));
      expect(figuresIn(cells[3])).toEqual(figuresIn(english[at]?.[3]));
      expect(cells[3]?.includes('未达到')).toBe(english[at]?.[3]?.includes('missed'));
    }
  });
});
