/** The benchmark of validation: filings per second, against a sum by hand, and what one keystroke costs. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CellKey } from '#core/form/cell-key.ts';
import { valueAt, type Cells } from '#core/form/edit-cells.ts';
import { enterTexts } from '#core/form/enter-text.ts';
import { blocksToText, countCharacters } from '#core/narrative/narrative-text.ts';
import { groupFindings } from '#core/suspects/group-findings.ts';
import { localise } from '#core/suspects/localise.ts';
import type { RuleBook } from '#core/rules/rule.ts';
import { unroll, type Summand } from '#core/rules/unrolled-linear.ts';
import { validate } from '#core/validation/validate.ts';
import { tableBook } from '../fixtures/table-book.ts';
import { against, median, ms, percentile } from './figures.ts';
import { makeRandom, type Random } from './random.ts';
import { makeFilings, type WholeFiling } from './validation-corpus.ts';

const filings = 1200;
const keystrokes = 3000;
const seed = 20_201_231;
const goal = 2000;
const frame = 16.7;

/** Processor time of this program in milliseconds, so that what else runs on the machine does not count. */
const clock = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The lines of the benchmark. */
export async function run(): Promise<readonly string[]> {
  const inThreads = await rateInThreads(availableParallelism());
  warmUp(makeFilings(filings, seed + 1));
  const corpus = makeFilings(filings, seed);
  const distinct = new Set(corpus.map(({ subject }) => JSON.stringify(subject.cells) + JSON.stringify(subject.narrative))).size;
  const byHand = medianPass(corpus, sumByHand);
  const tables = medianPass(corpus, checkTables);
  const all = pass(corpus, checkAll);
  const perSecond = (milliseconds: number) => Math.round((filings / milliseconds) * 1000);
  const typed = typeKeys(corpus);
  const p95 = percentile(typed, 0.95);
  return [
    `${String(distinct)} distinct filings of both editions, each with last year’s and ${String(lettersOf(corpus))} letters of prose`,
    `  tables alone: ${String(perSecond(tables))} filings/s, ${ratio(tables, byHand)} a sum of the same cells written by hand (${String(perSecond(byHand))}/s)`,
    `  tables and prose, seen for the first time: ${String(perSecond(all))} filings/s in one thread, ${ratio(all, byHand)} the sum by hand`,
    `    on all ${String(availableParallelism())} cores by the clock: ${against(`${String(inThreads)} filings/s`, String(goal), inThreads >= goal)}`,
    ...proseKinds.map((kind) => `    of which ${kind}: ${(timeOfKind(kind) / filings).toFixed(2)} ms a filing`),
    `one keystroke in a cell: text entered, totals, whole report with last year’s validated, suspects searched and grouped, ${String(typed.length)} times`,
    `  median ${ms(percentile(typed, 0.5))}, 95th percentile ${against(ms(p95), ms(frame), p95 <= frame)}, longest ${ms(Math.max(...typed))}`,
    '  times are processor time where no clock is named; painting is not part of them',
  ];
}

/** As batches are received: one thread for each core. What each needs to begin is not counted, it is the same for ten filings as for ten thousand. */
async function rateInThreads(threads: number): Promise<number> {
  const script = resolve(import.meta.dirname, '../../out/bench/validation-process.cjs');
  const workers = Array.from({ length: threads }, (_, at) => new Worker(script, { workerData: { filings, seed: seed + 10 * (at + 1) } }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const start = performance.now();
  await Promise.all(
    workers.map((worker) => {
      worker.postMessage('go');
      return once(worker, 'message');
    }),
  );
  return Math.round(((threads * filings) / (performance.now() - start)) * 1000);
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

/** Where nothing is kept from one pass to the next. */
function medianPass(corpus: readonly WholeFiling[], check: (filing: WholeFiling) => number): number {
  return median(Array.from({ length: 9 }, () => pass(corpus, check)));
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

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(1)} times`;
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

function lettersOf(corpus: readonly WholeFiling[]): number {
  const letters = corpus.map(({ subject }) =>
    Object.values(subject.narrative).reduce((sum, blocks) => sum + countCharacters(blocksToText(blocks, () => '')), 0),
  );
  return median(letters);
}
