/** The benchmark of consolidation: how many bundles a second are verified, validated and stored, and what ten thousand of them take. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeUnits, writeBundles } from './consolidation-corpus.ts';
import type { ReceptionFigures } from './consolidation-process.ts';
import { atLeast, atMost, measured, type Bench, type Measurement, type Measuring } from './measurement.ts';

const many = Number(process.env['NIANBAO_BENCH_BUNDLES'] ?? 10_000);
const sizes = { least: many / 100, middle: many / 10, many };
const rounds = 3;

type Received = Readonly<Record<keyof typeof sizes, readonly ReceptionFigures[]>>;

export const bench: Bench = {
  about:
    'Bundles of as many units received into an empty workspace, verified, validated and stored, by a process of its own for each time; ' +
    'then their sum, in turns with the same figures added up by hand (without roster, chains and anything to trace). The processor time ' +
    'of a bundle among a hundred includes what every start costs.',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
    try {
      const filings = makeUnits(many);
      const received: Record<keyof Received, ReceptionFigures[]> = { least: [], middle: [], many: [] };
      for (const [size, count] of Object.entries(sizes)) await writeBundles(join(folder, size), filings.slice(0, count));
      for (let round = 0; round < rounds; round += 1)
        for (const size of ['least', 'middle'] as const) received[size].push(await receive(join(folder, size)));
      received.many.push(await receive(join(folder, 'many')));
      return [...reception(received), ...sums(received)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function receive(folder: string): Promise<ReceptionFigures> {
  const script = fileURLToPath(new URL('./consolidation-process.cjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
  return JSON.parse(stdout) as ReceptionFigures;
}

/** By the clock and by processor time: on a machine that does other things too only the second tells. */
function reception({ least, middle, many: all }: Received): readonly Measurement[] {
  const each = (figures: readonly ReceptionFigures[]) => figures.map(({ files, computing }) => computing / files);
  const among = (size: keyof Received, values: readonly number[]) => ({
    ...{ id: `consolidation/of-${size}`, what: `processor time of each of ${sizes[size].toLocaleString('en-US')} bundles` },
    ...{ unit: 'milliseconds' as const, values },
  });
  const cores = Math.min(availableParallelism(), 4);
  const perSecond = (milliseconds: number) => 1_000 / milliseconds;
  return [
    measured({
      ...{
        id: 'consolidation/rate',
        what: `bundles received, ${many.toLocaleString('en-US')} of them, by the clock`,
        unit: 'a second',
        goal: atLeast(100),
      },
      values: all.map(({ files, receiving }) => perSecond(receiving / files)),
    }),
    measured({
      ...{ id: 'consolidation/rate-alone', what: `bundles received on ${String(cores)} cores that do nothing else`, unit: 'a second' },
      values: each(all).map((cost) => cores * perSecond(cost)),
    }),
    measured(among('least', each(least))),
    measured({ ...among('middle', each(middle)), peer: { what: 'of a tenth as many', values: each(least) } }),
    measured({ ...among('many', each(all)), peer: { what: 'of a tenth as many', values: each(middle) }, goal: atMost(1.2, 'ratio') }),
    measured({
      ...{
        id: 'consolidation/memory',
        what: `most memory while ${many.toLocaleString('en-US')} bundles are received`,
        unit: 'bytes',
        goal: atMost(600e6),
      },
      values: all.map(({ memory }) => memory),
    }),
  ];
}

function sums({ least, middle, many: all }: Received): readonly Measurement[] {
  const unit = 'milliseconds';
  const of = (take: (figures: ReceptionFigures) => readonly number[]) => all.flatMap(take);
  const units = `${many.toLocaleString('en-US')} units`;
  const costOf = (size: keyof Received, figures: readonly ReceptionFigures[]): Measuring => ({
    ...{
      id: `consolidation/sum-of-${size}`,
      unit,
      values: figures.flatMap((each) => each.summingAlone.map((spent) => spent / each.files)),
    },
    what: `processor time of the sum for each of ${sizes[size].toLocaleString('en-US')} units`,
  });
  const byHand = (take: (figures: ReceptionFigures) => readonly number[]) => ({ what: 'added up by hand', values: of(take) });
  return [
    measured({
      ...{ id: 'consolidation/sum', what: `the sum of ${units}, by the clock`, unit, values: of(({ summing }) => summing) },
      ...{ peer: byHand((figures) => figures.byHand), goal: atMost(1_000) },
    }),
    measured({
      ...{
        id: 'consolidation/sum-alone',
        what: `the sum of ${units}, processor time`,
        unit,
        values: of(({ summingAlone }) => summingAlone),
      },
      peer: byHand((figures) => figures.byHandAlone),
    }),
    measured(costOf('least', least)),
    measured({ ...costOf('middle', middle), peer: { what: 'of a tenth as many', values: costOf('least', least).values } }),
    measured({ ...costOf('many', all), peer: { what: 'of a tenth as many', values: costOf('middle', middle).values } }),
    measured({
      ...{ id: 'consolidation/overview', what: 'the sum with its findings, as the screen shows it', unit },
      values: of(({ overlooking }) => [overlooking]),
    }),
    measured({
      id: 'consolidation/reading',
      what: 'reading all figures, once after a start',
      unit,
      values: of(({ reading }) => [reading]),
    }),
    measured({
      ...{ id: 'consolidation/trace', what: 'where a figure of the sum comes from, by the clock', unit, goal: atMost(100) },
      values: of(({ drillDown }) => drillDown),
    }),
  ];
}
