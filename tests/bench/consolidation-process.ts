/** Receives a folder of bundles and sums them, in a process of its own, so that its memory can be told. */
import { join, resolve } from 'node:path';
import { consolidate } from '#core/consolidation/consolidate.ts';
import { contributionsTo } from '#core/consolidation/sum-cells.ts';
import { loadEditions } from '#main/use-cases/load-editions.ts';
import { listFiles } from '#main/reception/list-files.ts';
import { receiveAll } from '#main/reception/receive-all.ts';
import { noTrust } from '#main/signing/trust-store.ts';

export type ReceptionFigures = {
  readonly files: number;
  readonly summed: number;
  /** Milliseconds. */
  readonly receiving: number;
  /** Processor time of receiving, in all threads: what else runs on the machine does not count. */
  readonly computing: number;
  readonly summing: number;
  readonly drillDown: number;
  /** Bytes. */
  readonly memory: number;
};

const root = resolve(import.meta.dirname, '../..');
const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;

async function measure(folder: string): Promise<ReceptionFigures> {
  const editions = loadEditions(join(root, 'resources/editions'));
  const files = listFiles([folder], []);
  if (!editions.ok || !files.ok) throw new Error('no editions or files');
  const edition = editions.value[0];
  if (edition === undefined) throw new Error('no edition');
  const order = {
    editions: editions.value,
    trust: { ...noTrust, isAsked: false },
    registered: new Map(),
    reportYear: null,
    now: new Date('2026-03-01T00:00:00Z'),
  };
  const computed = processorTime();
  const start = performance.now();
  const received = await receiveAll(files.value, order, () => undefined);
  const receiving = performance.now() - start;
  const computing = processorTime() - computed;
  const refused = received.find((each) => each.kind === 'refused');
  if (refused !== undefined) throw new Error(JSON.stringify(refused));
  const sources = received.flatMap((each) => (each.kind === 'source' ? [each.source] : []));
  const between = performance.now();
  const consolidation = consolidate({ unit, reportYear: 2020, edition, sources, roster: null });
  const summing = performance.now() - between;
  const asked = performance.now();
  const plan = consolidation.sums.at(-1)?.plan;
  if (plan === undefined || contributionsTo(plan, consolidation.contributors).length !== sources.length)
    throw new Error('no contributions');
  const drillDown = performance.now() - asked;
  const memory = process.resourceUsage().maxRSS * 1024;
  return { files: files.value.length, summed: consolidation.contributors.length, receiving, computing, summing, drillDown, memory };
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
