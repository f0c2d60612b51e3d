/** The benchmark of consolidation: how many bundles a second are verified, validated and stored, and what ten thousand of them take. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeUnits, writeBundles } from './consolidation-corpus.ts';
import type { ReceptionFigures } from './consolidation-process.ts';
import { against, megabytes, ms } from './figures.ts';

const many = Number(process.env['NIANBAO_BENCH_BUNDLES'] ?? 10_000);
const few = many / 10;

export async function run(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    const filings = makeUnits(many);
    await writeBundles(join(folder, 'few'), filings.slice(0, few));
    await writeBundles(join(folder, 'many'), filings);
    await receive(join(folder, 'few'));
    return describe(await receive(join(folder, 'few')), await receive(join(folder, 'many')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function receive(folder: string): Promise<ReceptionFigures> {
  const script = fileURLToPath(new URL('./consolidation-process.cjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
  return JSON.parse(stdout) as ReceptionFigures;
}

/** By the clock and by processor time: on a machine that does other things too only the second tells. */
function describe(small: ReceptionFigures, large: ReceptionFigures): string[] {
  const rate = (large.files / large.receiving) * 1000;
  const each = ({ files, computing }: ReceptionFigures) => computing / files;
  const cores = Math.min(availableParallelism(), 4);
  const alone = (cores / each(large)) * 1000;
  const ratio = each(large) / each(small);
  return [
    `${String(large.files)} bundles verified, validated and stored: ${against(`${rate.toFixed(0)} a second`, '100', rate >= 100)}`,
    `  processor time of each: ${ms(each(large))}, so ${alone.toFixed(0)} a second on ${String(cores)} cores that do nothing else`,
    `  the same among ${String(small.files)}: ${ms(each(small))}; ratio ${against(ratio.toFixed(2), '1.2', ratio <= 1.2)}`,
    `  most memory of the process: ${against(megabytes(large.memory), '600 MB', large.memory <= 600e6)}`,
    `the sum of ${String(large.summed)} units: ${against(ms(large.summing), '1 s', large.summing <= 1_000)}, ${ms(large.summingAlone)} of the processor`,
    `  with its findings, as the screen shows it: ${ms(large.overlooking)}; reading the figures once after a start: ${ms(large.reading)}`,
    `  where one of its figures comes from: ${against(ms(large.drillDown), '100 ms', large.drillDown <= 100)}, ${ms(large.drillDownAlone)} of the processor`,
  ];
}
