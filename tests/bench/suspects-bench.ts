/** The benchmark of localisation: rates on filings with one wrong cell, and times. The caller brings the clock. */
import { locate, makeStatedCorpus, makeTypedCorpus, partByIdentifiability, rateOf, type Located } from './suspects-corpus.ts';

export type BenchRow = { readonly name: string; readonly value: number; readonly unit: '%' | 'ms' | 'filings' };

/** Part of every benchmark and test of it, so that figures can be compared. */
export const corpusSeed = 20_201_231;

/** `now` in milliseconds, such as `performance.now()`. */
export function benchSuspects(now: () => number, count = 1000): readonly BenchRow[] {
  const stated = makeStatedCorpus(count, corpusSeed).map((filing) => locate(filing, now));
  const typed = makeTypedCorpus(count, corpusSeed).map((filing) => locate(filing, now));
  const { identifiable, notIdentifiable } = partByIdentifiability(stated);
  return [
    ...rateRows('stated totals, all', stated),
    ...rateRows('stated totals, identifiable', identifiable),
    ...rateRows('stated totals, not identifiable in principle', notIdentifiable),
    ...timeRows('stated totals', stated),
    ...rateRows('computed totals, last year known', typed),
    ...timeRows('computed totals', typed),
  ];
}

function rateRows(name: string, located: readonly Located[]): readonly BenchRow[] {
  const { filings, first, firstThree } = rateOf(located);
  return [
    { name: `${name}: filings with one wrong cell`, value: filings, unit: 'filings' },
    { name: `${name}: true cell is the first suspect`, value: first * 100, unit: '%' },
    { name: `${name}: true cell is among the first three`, value: firstThree * 100, unit: '%' },
  ];
}

function timeRows(name: string, located: readonly Located[]): readonly BenchRow[] {
  const times = located.map((each) => each.milliseconds).sort((one, other) => one - other);
  return [
    { name: `${name}: mean`, value: times.reduce((sum, each) => sum + each, 0) / Math.max(1, times.length), unit: 'ms' },
    { name: `${name}: 95th percentile`, value: times[Math.floor(times.length * 0.95)] ?? 0, unit: 'ms' },
    { name: `${name}: longest`, value: times.at(-1) ?? 0, unit: 'ms' },
    { name: `${name}: stopped for lack of time`, value: located.filter((each) => !each.isComplete).length, unit: 'filings' },
  ];
}
