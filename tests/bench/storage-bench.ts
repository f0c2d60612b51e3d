/** The benchmark of the workspace: what an acknowledged save costs beyond the disk, and how far it stays fast. */
import { execFile } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Filing } from '#core/filing/filing.ts';
import { against, megabytes, median, ms, percentile } from './figures.ts';
import { entry, fill, makeFilings, openIn } from './storage-corpus.ts';
import type { ProvinceFigures } from './storage-province-process.ts';

const rounds = 60;
/** Milliseconds. */
const pause = 50;
const provinceFilings = 10_000;
/** Of the county workspace; a filing with its prose takes about 8.5 KB. */
const countyFilings = 232;

export async function run(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    return [...(await county(join(folder, 'county'))), ...(await province(join(folder, 'province')))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Edits of a county workspace and plain writes of as many bytes, in turns, so that all meet the same disk. A plain write
 * is as durable as a save only when the folder is synced too: until then the new name may be lost with the power.
 */
async function county(folder: string): Promise<string[]> {
  const { edition, filings } = makeFilings(countyFilings);
  const workspace = await openIn(folder, edition);
  const ids = await fill(workspace, filings);
  const saves: number[] = [];
  const plain: number[] = [];
  const durable: number[] = [];
  const work: number[] = [];
  const hurried: number[] = [];
  const edit = async (id: string, filing: Filing): Promise<void> => {
    const saved = await workspace.updateFiling(id, { filing, pending: {} }, entry);
    if (!saved.ok || saved.value.state !== 'saved') throw new Error(JSON.stringify(saved));
  };
  for (let round = 0; round < rounds; round += 1) {
    const filing = filings[round % filings.length];
    const id = ids[round % ids.length];
    if (filing === undefined || id === undefined) throw new Error('no filings');
    const title = `${filing.title}${round}`;
    let before = process.cpuUsage();
    saves.push(
      await time(
        () => edit(id, { ...filing, title }),
        () => {
          before = process.cpuUsage();
        },
      ),
    );
    const { user, system } = process.cpuUsage(before);
    work.push((user + system) / 1_000);
    // At once after the one before: nothing could be prepared for it.
    const start = performance.now();
    await edit(id, { ...filing, title: `${title}x` });
    hurried.push(performance.now() - start);
    const { size } = statSync(workspace.path);
    const bytes = new Uint8Array(size).fill(round);
    plain.push(
      await time(() => {
        writeRaw(folder, bytes);
      }),
    );
    durable.push(
      await time(() => {
        writeRaw(folder, bytes);
        syncFolder(folder);
      }),
    );
  }
  const { size } = statSync(workspace.path);
  await workspace.close();
  return [
    `county workspace: ${countyFilings} filings, ${megabytes(size)}; ${rounds} edits and as many writes of the same bytes, in turns`,
    `  acknowledged save: ${spread(saves)}`,
    `  write, fsync, rename, fsync of the folder: ${spread(durable)}`,
    `  write, fsync, rename: ${spread(plain)}`,
    `  save against the first, as durable: ${ratioOf(saves, durable)}`,
    `  save against the second: ${ratioOf(saves, plain)}`,
    `  processor time of a save, all threads: median ${ms(median(work))}; what does not change is written between two saves`,
    `  save that follows at once, all of it written while it is waited for: ${spread(hurried)}, ${(median(hurried) / median(durable)).toFixed(2)} of the first`,
  ];
}

function writeRaw(folder: string, bytes: Uint8Array): void {
  const path = join(folder, 'raw.tmp');
  const descriptor = openSync(path, 'w');
  writeSync(descriptor, bytes);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(path, join(folder, 'raw'));
}

/** The app's desk with a province's filings, in a process of its own, so that its memory can be told. */
async function province(folder: string): Promise<string[]> {
  const script = fileURLToPath(new URL('./storage-province-process.cjs', import.meta.url));
  const start = (...words: string[]) => promisify(execFile)(process.execPath, [script, ...words, folder]);
  await start('fill', String(provinceFilings));
  const figures = JSON.parse((await start('use')).stdout) as ProvinceFigures;
  const { open, blocked, idle, saves, memory } = figures;
  const longest = Math.max(...blocked);
  return [
    `province workspace: ${provinceFilings} filings, ${megabytes(statSync(join(folder, 'nianbao.sqlite')).size)}, in the app's own thread`,
    `  start, open and list all filings: ${against(ms(open), '3 s', open <= 3_000)}`,
    `  acknowledged save: median ${ms(median(saves))}, longest ${ms(Math.max(...saves))}`,
    `  longest block of the window's thread during a save: median ${ms(median(blocked))}, ${against(`most ${ms(longest)}`, '50 ms', longest <= 50)}`,
    `  the same while nothing is done: median ${ms(median(idle))}, most ${ms(Math.max(...idle))}`,
    `  most memory of the process: ${against(megabytes(memory), '600 MB', memory <= 600e6)}`,
  ];
}

function syncFolder(folder: string): void {
  // Windows has no such call.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function spread(times: readonly number[]): string {
  return `median ${ms(median(times))}, 95th percentile ${ms(percentile(times, 0.95))}`;
}

function ratioOf(times: readonly number[], others: readonly number[]): string {
  const ratio = median(times) / median(others);
  return against(ratio.toFixed(2), '1.5', ratio <= 1.5);
}

/** Milliseconds of `work`, begun when the disk has done with what came before, as between two edits of a person. */
async function time(work: () => unknown, begin: () => void = () => undefined): Promise<number> {
  await setTimeout(pause);
  begin();
  const start = performance.now();
  await work();
  return performance.now() - start;
}
