/** The benchmark of localisation: how often the wrong cell of a filing is found, and how long it takes. */
import { atLeast, atMost, longest, measured, ninetyFifth, type Bench, type Goal, type Measurement } from './measurement.ts';
import { isSmallestFound, makePairCorpus } from './suspects-pairs.ts';
import { corpusSeed, locate, makeStatedCorpus, makeTypedCorpus, partByIdentifiability, rateOf, type Located } from './suspects-corpus.ts';

const filings = 1000;
/** Milliseconds for a filing. */
const budget = 50;
/** Processor time of this program, so that what else runs on the machine does not count. */
const clock = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export const bench: Bench = {
  about:
    'Shares of 1,000 filings each, with one wrong cell (two digits swapped, a digit dropped, ten times, a wrong total): imported with ' +
    'stated totals in tables 三 and 四, or typed with computed totals in table 三, where only T3-1 speaks and every suspect is called ' +
    'possible. Where several cells could be changed so that every sum holds, no arithmetic can tell which. Times are processor time.',
  run: async () => {
    await Promise.resolve();
    makeStatedCorpus(100, 1).forEach((filing) => locate(filing, clock));
    const stated = makeStatedCorpus(filings, corpusSeed).map((filing) => locate(filing, clock));
    const { identifiable, notIdentifiable } = partByIdentifiability(stated);
    const typed = makeTypedCorpus(filings, corpusSeed);
    const withYear = typed.map((filing) => locate(filing, clock));
    const withoutYear = typed.map((filing) => locate({ ...filing, prior: null }, clock));
    return [
      ...rates('imported', 'imported, one wrong cell', stated, [atLeast(0.95), atLeast(0.99)]),
      ...rates('identifiable', `imported, arithmetic leaves one cell (${String(identifiable.length)})`, identifiable),
      ...rates('not-identifiable', `imported, several cells could be it (${String(notIdentifiable.length)})`, notIdentifiable),
      ...times('imported', 'imported', stated),
      pairs(),
      ...rates('typed-alone', 'typed, last year unknown', withoutYear),
      ...rates('typed', 'typed, last year known', withYear),
      ...rates(
        'typed-just-now',
        'typed, last year and the cell just typed known',
        typed.map((filing) => locate(filing, clock, [filing.cell])),
      ),
      ...times('typed', 'typed', withYear),
    ];
  },
};

function rates(id: string, what: string, located: readonly Located[], [first, three]: readonly Goal[] = []): readonly Measurement[] {
  const rate = rateOf(located);
  const share = (name: string, words: string, value: number, goal: Goal | undefined) =>
    measured({
      ...{ id: `suspects/${id}-${name}`, what: `${what}: the true cell is ${words}`, unit: 'share', values: [value] },
      ...(goal === undefined ? {} : { goal }),
    });
  return [share('first', 'the first suspect', rate.first, first), share('three', 'among the first three', rate.firstThree, three)];
}

function times(id: string, what: string, located: readonly Located[]): readonly Measurement[] {
  const values = located.map((each) => each.milliseconds);
  const stopped = located.filter((each) => !each.isComplete).length;
  const one = { unit: 'milliseconds', values } as const;
  return [
    measured({ ...one, id: `suspects/${id}-time`, what: `${what}: search, 95th percentile`, by: ninetyFifth }),
    measured({ ...one, id: `suspects/${id}-longest`, what: `${what}: longest search`, by: longest, goal: atMost(budget) }),
    measured({
      ...{ id: `suspects/${id}-stopped`, what: `${what}: searches stopped for lack of time`, unit: 'count', values: [stopped] },
    }),
  ];
}

function pairs(): Measurement {
  const corpus = makePairCorpus(filings, corpusSeed);
  const found = corpus.filter((filing) => isSmallestFound(filing, clock)).length;
  const swaps = corpus.filter(({ isSwap }) => isSwap).length;
  const what = `imported, two wrong cells, ${String(swaps)} of them neighbours that changed places: a smallest repair is found`;
  return measured({ id: 'suspects/pairs', what, unit: 'share', values: [found / corpus.length], goal: atLeast(1) });
}
