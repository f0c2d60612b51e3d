/** Receives a folder of bundles into a workspace and sums them, in a process of its own, so that its memory can be told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { consolidate } from '#core/consolidation/consolidate.ts';
import { lineageOf } from '#core/consolidation/lineage.ts';
import { loadEditions } from '#main/use-cases/load-editions.ts';
import { sumYear } from '#main/consolidation/sum-year.ts';
import { viewSum } from '#main/consolidation/view-sum.ts';
import { takeIn } from '#main/reception/take-in.ts';
import { openIn } from './storage-corpus.ts';

export type ReceptionFigures = {
  readonly files: number;
  readonly summed: number;
  /** Milliseconds; verified, validated, kept and on record on disk. */
  readonly receiving: number;
  /** Processor time of receiving, in all threads: what else runs on the machine does not count. */
  readonly computing: number;
  /** Reading the figures of all of them out of the workspace, once after each start. */
  readonly reading: number;
  /** The sum alone, and the sum with its findings and all that the screen is shown. */
  readonly summing: number;
  readonly overlooking: number;
  readonly drillDown: number;
  /** Processor time of the two. */
  readonly summingAlone: number;
  readonly drillDownAlone: number;
  /** Bytes. */
  readonly memory: number;
};

const root = resolve(import.meta.dirname, '../..');
const asked = 'applications.receivedThisYear.total';
const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;

async function measure(folder: string): Promise<ReceptionFigures> {
  const editions = loadEditions(join(root, 'resources/editions'));
  const edition = editions.ok ? editions.value[0] : undefined;
  if (!editions.ok || edition === undefined) throw new Error('no editions');
  const place = mkdtempSync(join(tmpdir(), 'nianbao-bench-workspace-'));
  try {
    const workspace = await openIn(place, edition);
    const desk = { editions: editions.value, workspace };
    const order = { places: [folder], reportYear: 2020, now: new Date('2026-03-01T00:00:00Z') };
    const [receiving, computing, summary] = await timed(() =>
      takeIn(desk, { ...order, onProgress: () => undefined, isStopped: () => false }),
    );
    if (!summary.ok || summary.value.saved.state !== 'saved' || summary.value.taken !== summary.value.files)
      throw new Error(JSON.stringify(summary));
    const [reading, , sources] = await timed(() => workspace.reception.sources(2020).map(({ source }) => source));
    const [summing, summingAlone, { contributors }] = await timed(() =>
      consolidate({ unit, reportYear: 2020, edition, sources, roster: null }),
    );
    const [overlooking, , sum] = await timed(() => sumYear(desk, 2020, unit));
    if (!sum.ok || viewSum(desk, sum.value).summed !== sources.length) throw new Error('no sum');
    const [drillDown, drillDownAlone, lineage] = await timed(() => lineageOf(sum.value.consolidation, asked, sum.value.priors));
    if (lineage?.parts.length !== sources.length) throw new Error('no lineage');
    const memory = process.resourceUsage().maxRSS * 1024;
    await workspace.close();
    return {
      ...{ files: summary.value.files, summed: contributors.length, receiving, computing, reading, overlooking, memory },
      ...{ summing, summingAlone, drillDown, drillDownAlone },
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Milliseconds by the clock, those of the processor in all threads, and what came of it. */
async function timed<T>(work: () => T | Promise<T>): Promise<readonly [number, number, T]> {
  const [start, computed] = [performance.now(), processorTime()];
  const value = await work();
  return [performance.now() - start, processorTime() - computed, value];
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export async function runHere(folder: string): Promise<void> {
  process.stdout.write(JSON.stringify(await measure(folder)));
}

const [folder] = process.argv.slice(2);
if (folder !== undefined) void runHere(folder);
