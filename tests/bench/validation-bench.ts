/** The benchmark of validation: filings per second, against a sum by hand, and what one keystroke costs. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CellKey } from '#core/form/cell-key.ts';
import { valueAt, type Cells } from '#core/form/edit-cells.ts';
import { enterTexts } from '#core/form/enter-text.ts';
import { groupFindings } from '#core/suspects/group-findings.ts';
import { localise } from '#core/suspects/localise.ts';
import type { RuleBook } from '#core/rules/rule.ts';
import { unroll, type Summand } from '#core/rules/unrolled-linear.ts';
import { validate } from '#core/validation/validate.ts';
import { tableBook } from '../fixtures/table-book.ts';
import { atLeast, atMost, longest, measured, ninetyFifth, type Bench, type Measurement } from './measurement.ts';
import { makeRandom, type Random } from './random.ts';
import { makeFilings, type WholeFiling } from './validation-corpus.ts';

const filings = 1200;
const rounds = 7;
/** Of filings seen for the first time: each needs a corpus of its own. */
const fresh = 3;
const keystrokes = 3000;
const seed = 20_201_231;
/** Filings of a batch that are in memory at a time. */
const atOnce = 100;
const sizes = [100, 1_000, 10_000] as const;

/** Processor time of this program in milliseconds, so that what else runs on the machine does not count. */
const clock = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export const bench: Bench = {
  about:
    `Processor time, ${String(filings)} distinct filings of both editions, each with last year’s and about 3,500 letters of prose. By hand: ` +
    'every sum of the rule book over the same cells as one would write it for this form alone; nothing is said, only counted. A keystroke: ' +
    'text entered, totals, the whole report with last year’s validated, suspects searched and grouped; painting is not part of it.',
  run: async () => {
    const inThreads: number[] = [];
    for (let round = 0; round < fresh; round += 1) inThreads.push(await rateInThreads(availableParallelism(), seed + 100 * round));
    warmUp(makeFilings(filings, seed + 1));
    const corpus = makeFilings(filings, seed);
    const [byHand, tables]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      byHand.push(pass(corpus, sumByHand));
      tables.push(pass(corpus, checkTables));
    }
    const [handAgain, all]: [number[], number[]] = [[], []];
    for (let round = 0; round < fresh; round += 1) {
      const unseen = makeFilings(filings, seed + 3 + round);
      handAgain.push(pass(unseen, sumByHand));
      all.push(pass(unseen, checkAll));
    }
    const rates = (passes: readonly number[]) => passes.map((each) => (filings / each) * 1000);
    const [unit, what] = ['a second', 'the sums by hand'] as const;
    return [
      measured({
        id: 'validation/tables',
        what: 'filings validated, tables alone',
        unit,
        values: rates(tables),
        peer: { what, values: rates(byHand) },
      }),
      measured({
        ...{ id: 'validation/all', what: 'filings validated at first sight, tables and prose, one thread', unit, values: rates(all) },
        peer: { what, values: rates(handAgain) },
      }),
      measured({
        ...{ id: 'validation/threads', what: 'filings validated at first sight, tables and prose, all cores, by the clock', unit },
        ...{ values: inThreads, goal: atLeast(2_000) },
      }),
      ...proseKinds.map((kind) => {
        const values = [timeOfKind(kind) / filings];
        return measured({ id: `validation/${kind}`, what: `of which the rules ${kind}, a filing`, unit: 'milliseconds', values });
      }),
      ...scaling(),
      ...typing(typeKeys(corpus)),
    ];
  },
};

/** The cost of each filing of a batch: the more of them, the same. */
function scaling(): readonly Measurement[] {
  const costs = sizes.map((size) => {
    let spent = 0;
    for (let at = 0; at < size; at += atOnce) spent += pass(makeFilings(atOnce, seed + size + at), checkAll);
    return spent / size;
  });
  return sizes.map((size, at) => {
    const [before, cost] = [costs[at - 1], costs[at]];
    if (cost === undefined) throw new Error('no cost');
    const what = `each filing of ${size.toLocaleString('en-US')}, tables and prose`;
    const smaller = before === undefined ? {} : { peer: { what: 'of a tenth as many', values: [before] } };
    return measured({ id: `validation/of-${String(size)}`, what, unit: 'milliseconds', values: [cost], ...smaller });
  });
}

function typing(taken: readonly number[]): readonly Measurement[] {
  const one = { unit: 'milliseconds', values: taken } as const;
  return [
    measured({ ...one, id: 'validation/key', what: 'one keystroke in a cell, without painting' }),
    measured({ ...one, id: 'validation/key-95', what: 'one keystroke, 95th percentile', by: ninetyFifth, goal: atMost(16.7) }),
    measured({ ...one, id: 'validation/key-longest', what: 'longest keystroke', by: longest }),
  ];
}

/** As batches are received: one thread for each core. What each needs to begin is not counted, it is the same for ten filings as for ten thousand. */
async function rateInThreads(threads: number, first: number): Promise<number> {
  const script = resolve(import.meta.dirname, '../../out/bench/validation-process.cjs');
  const workers = Array.from({ length: threads }, (_, at) => new Worker(script, { workerData: { filings, seed: first + 10 * (at + 1) } }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const start = performance.now();
  await Promise.all(
    workers.map((worker) => {
      worker.postMessage('go');
      return once(worker, 'message');
    }),
  );
  return ((threads * filings) / (performance.now() - start)) * 1000;
}

const proseKinds = ['narrativeFigure', 'completeness', 'similarity'] as const;

/** Of filings that nothing has been prepared for yet. */
function timeOfKind(kind: (typeof proseKinds)[number]): number {
  const books = new Map<string, RuleBook>();
  return pass(makeFilings(filings, seed + 2), ({ edition: { id, form, book }, subject }) => {
    const own = books.get(id) ?? { ...book, rules: book.rules.filter((rule) => rule.kind === kind) };
    books.set(id, own);
    return validate(form, own, subject).length;
  });
}

function pass(corpus: readonly WholeFiling[], check: (filing: WholeFiling) => number): number {
  return time(() => {
    for (const filing of corpus) check(filing);
  });
}

/** So that it is the compiled program that is measured, as it runs in the app after a few seconds. */
function warmUp(corpus: readonly WholeFiling[]): void {
  for (const filing of corpus) for (const check of [sumByHand, checkTables, checkAll]) check(filing);
}

function time(work: () => void): number {
  const start = clock();
  work();
  return clock() - start;
}

function checkAll({ edition: { form, book }, subject }: WholeFiling): number {
  return validate(form, book, subject).length;
}

const books = new WeakMap<WholeFiling['edition'], ReturnType<typeof tableBook>>();

function checkTables({ edition, subject }: WholeFiling): number {
  const book = books.get(edition) ?? tableBook(edition.book);
  books.set(edition, book);
  return validate(edition.form, book, subject).length;
}

/** Every sum of the rule book over the same cells, as one would write it for this form alone: nothing is said, only counted. */
function sumByHand({ edition: { book }, subject: { cells, prior } }: WholeFiling): number {
  let broken = 0;
  for (const rule of book.rules) {
    if (rule.kind !== 'linear' || rule.relation !== '=') continue;
    for (const { left, right } of unroll(rule)) {
      if (sumOf(left, cells, prior?.cells) !== sumOf(right, cells, prior?.cells)) broken += 1;
    }
  }
  return broken;
}

function sumOf(side: readonly Summand[], cells: Cells, prior: Cells | undefined): number {
  let sum = 0;
  for (const { cell, coefficient, isPrior } of side) {
    const value = cell === null ? 0 : ((isPrior ? prior : cells)?.[cell] ?? 0);
    sum += coefficient * (value as number);
  }
  return sum;
}

/** Figures are typed digit by digit into cells of one filing after another, as on the screen. */
function typeKeys(corpus: readonly WholeFiling[]): readonly number[] {
  const random = makeRandom(seed);
  const taken: number[] = [];
  while (taken.length < keystrokes) {
    const filing = random.pick(corpus);
    const cell = pickCell(filing, random);
    const figure = String(valueAt(filing.subject.cells, cell) ?? 0) + String(random.below(10));
    for (let length = 1; length <= figure.length; length += 1) taken.push(time(() => typeInto(filing, cell, figure.slice(0, length))));
  }
  return taken;
}

function pickCell({ edition }: WholeFiling, random: Random): CellKey {
  return random.pick(edition.form.cells.filter(({ computed, table }) => !computed && table.id !== 'proactiveDisclosure')).key;
}

function typeInto({ edition: { form, book }, subject }: WholeFiling, cell: CellKey, text: string): void {
  const entered = enterTexts(form, { cells: subject.cells, pending: {}, cellUnits: subject.cellUnits }, [{ cell, text }]);
  const findings = validate(form, book, { ...subject, cells: entered.cells, cellUnits: entered.cellUnits });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const prior = subject.prior?.cells ?? null;
  groupFindings(errors, localise({ form, book, cells: entered.cells, prior, recent: [cell], now: clock, budgetMs: 25 }));
}
