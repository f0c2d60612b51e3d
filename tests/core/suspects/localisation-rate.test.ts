import { describe, expect, test } from 'vitest';
import {
  corpusSeed,
  countSingleRepairs,
  locate,
  makeStatedCorpus,
  makeTypedCorpus,
  partByIdentifiability,
  rateOf,
} from '../../bench/suspects-corpus.ts';

/** Times are the benchmark's matter: here the clock stands still. */
const stillClock = () => 0;

describe('1,000 imported filings with one wrong cell in tables 三 and 四', () => {
  const corpus = makeStatedCorpus(1000, corpusSeed);
  const located = corpus.map((filing) => locate(filing, stillClock));
  const { identifiable, notIdentifiable } = partByIdentifiability(located);

  test('the true cell with its true value is the first suspect in 95 %, among the first three in 99 %', () => {
    const rate = rateOf(located);
    expect(rate.first).toBeGreaterThanOrEqual(0.95);
    expect(rate.firstThree).toBeGreaterThanOrEqual(0.99);
  });

  test('where arithmetic identifies the cell it is always the only suspect', () => {
    expect(identifiable.length).toBeGreaterThan(700);
    expect(identifiable.filter(({ place, repairCount }) => place !== 1 || repairCount !== 1)).toEqual([]);
  });

  test('where it does not, all single repairs are counted, and digit patterns still put the true one first in 80 %', () => {
    expect(notIdentifiable.length).toBeGreaterThan(50);
    for (const { filing, repairCount } of notIdentifiable) expect(repairCount).toBe(countSingleRepairs(filing));
    expect(rateOf(notIdentifiable).first).toBeGreaterThanOrEqual(0.8);
    expect(rateOf(notIdentifiable).firstThree).toBeGreaterThanOrEqual(0.95);
  });
});

describe('1,000 typed filings with one wrong cell in table 三, where only the column rule speaks', () => {
  const corpus = makeTypedCorpus(1000, corpusSeed);
  const known = corpus.map((filing) => locate(filing, stillClock));

  test('have the true cell first in 70 % and among three in 95 %, by last year and digits', () => {
    expect(rateOf(known).first).toBeGreaterThanOrEqual(0.7);
    expect(rateOf(known).firstThree).toBeGreaterThanOrEqual(0.95);
  });

  test('have fewer first without last year', () => {
    const unknown = corpus.map((filing) => locate({ ...filing, prior: null }, stillClock));
    expect(rateOf(unknown).first).toBeLessThan(rateOf(known).first);
  });

  test('have it first in 95 % and among three in 99 % when the cell just typed is told', () => {
    const told = corpus.map((filing) => locate(filing, stillClock, [filing.cell]));
    expect(rateOf(told).first).toBeGreaterThanOrEqual(0.95);
    expect(rateOf(told).firstThree).toBeGreaterThanOrEqual(0.99);
  });

  test('and every suspect is called possible, never likely', () => {
    for (const { filing, certainties } of known) expect([...certainties], filing.cell).toEqual(['possible']);
  });
});
