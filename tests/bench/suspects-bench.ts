/** The benchmark of localisation: how often the wrong cell of a filing is found, and how long it takes. */
import { against, ms, percentile } from './figures.ts';
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

/** The lines of the benchmark. */
export async function run(): Promise<readonly string[]> {
  await Promise.resolve();
  makeStatedCorpus(100, 1).forEach((filing) => locate(filing, clock));
  const stated = makeStatedCorpus(filings, corpusSeed).map((filing) => locate(filing, clock));
  const { identifiable, notIdentifiable } = partByIdentifiability(stated);
  const typed = makeTypedCorpus(filings, corpusSeed);
  const withYear = typed.map((filing) => locate(filing, clock));
  return [
    `imported filings with stated totals, one wrong cell in tables 三 and 四 (transposition, dropped digit, ×10, wrong total): ${String(filings)}`,
    `  ${rates(stated, 0.95, 0.99)}`,
    `  arithmetic leaves one cell: ${String(identifiable.length)} filings, ${rates(identifiable)}`,
    `  not identifiable in principle, several cells could be changed: ${String(notIdentifiable.length)} filings, ${rates(notIdentifiable)}`,
    `  ${times(stated)}`,
    ...pairs(),
    `typed filings, totals computed, one wrong cell in table 三, only T3-1 speaks: ${String(filings)}, all suspects called possible`,
    `  last year unknown: ${rates(typed.map((filing) => locate({ ...filing, prior: null }, clock)))}`,
    `  last year known: ${rates(withYear)}`,
    `  last year and the cell just typed known: ${rates(typed.map((filing) => locate(filing, clock, [filing.cell])))}`,
    `  ${times(withYear)}`,
  ];
}

function rates(located: readonly Located[], first?: number, firstThree?: number): string {
  const rate = rateOf(located);
  const share = (value: number, goal: number | undefined) => {
    const shown = `${(value * 100).toFixed(1)} %`;
    return goal === undefined ? shown : against(shown, `${String(goal * 100)} %`, value >= goal);
  };
  return `true cell is the first suspect in ${share(rate.first, first)}, among the first three in ${share(rate.firstThree, firstThree)}`;
}

function times(located: readonly Located[]): string {
  const taken = located.map((each) => each.milliseconds);
  const mean = taken.reduce((sum, each) => sum + each, 0) / taken.length;
  const longest = Math.max(...taken);
  const stopped = located.filter((each) => !each.isComplete).length;
  const p95 = ms(percentile(taken, 0.95));
  return `processor time: mean ${ms(mean)}, 95th percentile ${p95}, longest ${against(ms(longest), ms(budget), longest <= budget)}; stopped for lack of time: ${String(stopped)}`;
}

function pairs(): readonly string[] {
  const corpus = makePairCorpus(filings, corpusSeed);
  const found = corpus.filter((filing) => isSmallestFound(filing, clock)).length;
  const swaps = corpus.filter(({ isSwap }) => isSwap).length;
  const shown = against(`${String(found)} of ${String(corpus.length)}`, 'all', found === corpus.length);
  return [
    `imported filings with two wrong cells, ${String(swaps)} of them neighbours that changed places: ${String(corpus.length)}`,
    `  a smallest repair is found for ${shown}`,
  ];
}
