/** Receives a folder of bundles into a workspace and sums them, in a process of its own, so that its memory can be told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { consolidate } from '#core/consolidation/consolidate.ts';
import { lineageOf } from '#core/consolidation/lineage.ts';
import type { Source } from '#core/consolidation/source.ts';
import { loadEditions } from '#main/use-cases/load-editions.ts';
import { sumYear } from '#main/consolidation/sum-year.ts';
import { viewSum } from '#main/consolidation/view-sum.ts';
import { takeIn } from '#main/reception/take-in.ts';
import { timed, type Took } from './measurement.ts';
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
  /** The sum alone, several times, each followed by the same figures added up by hand. */
  readonly summing: readonly number[];
  readonly byHand: readonly number[];
  /** The sum with its findings and all that the screen is shown. */
  readonly overlooking: number;
  readonly drillDown: readonly number[];
  /** Processor time of the first two. */
  readonly summingAlone: readonly number[];
  readonly byHandAlone: readonly number[];
  /** Bytes. */
  readonly memory: number;
};

const root = resolve(import.meta.dirname, '../..');
const rounds = 5;
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
    const {
      clock: receiving,
      processor: computing,
      value: summary,
    } = await timed(() => takeIn(desk, { ...order, onProgress: () => undefined, isStopped: () => false }));
    if (!summary.ok || summary.value.saved.state !== 'saved' || summary.value.taken !== summary.value.files)
      throw new Error(JSON.stringify(summary));
    const { clock: reading, value: sources } = await timed(() => workspace.reception.sources(2020).map(({ source }) => source));
    const [sums, hands] = [[] as Took<number>[], [] as Took<number>[]];
    for (let round = 0; round < rounds; round += 1) {
      sums.push(await timed(() => consolidate({ unit, reportYear: 2020, edition, sources, roster: null }).contributors.length));
      hands.push(await timed(() => addUp(sources).length));
    }
    const { clock: overlooking, value: sum } = await timed(() => sumYear(desk, 2020, unit));
    if (!sum.ok || viewSum(desk, sum.value).summed !== sources.length) throw new Error('no sum');
    const traces: Took<number>[] = [];
    for (let round = 0; round < rounds; round += 1)
      traces.push(await timed(() => lineageOf(sum.value.consolidation, asked, sum.value.priors)?.parts.length ?? 0));
    if (traces.some(({ value }) => value !== sources.length)) throw new Error('no lineage');
    const memory = process.resourceUsage().maxRSS * 1024;
    await workspace.close();
    return {
      ...{ files: summary.value.files, summed: sums[0]?.value ?? 0, receiving, computing, reading, overlooking, memory },
      ...{ summing: sums.map(({ clock }) => clock), summingAlone: sums.map(({ processor }) => processor) },
      ...{ byHand: hands.map(({ clock }) => clock), byHandAlone: hands.map(({ processor }) => processor) },
      drillDown: traces.map(({ clock }) => clock),
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The sum of each figure over all units as one would write it for this alone: no roster, no chains, nothing to trace. */
function addUp(sources: readonly Source[]): readonly number[] {
  const sums: number[] = [];
  for (const { values } of sources) for (const [at, value] of values.entries()) sums[at] = (sums[at] ?? 0) + Number(value ?? 0);
  return sums;
}

export async function runHere(folder: string): Promise<void> {
  process.stdout.write(JSON.stringify(await measure(folder)));
}

const [folder] = process.argv.slice(2);
if (folder !== undefined) void runHere(folder);
