/** The benchmark of the workspace: what an acknowledged save costs beyond the disk, and how far it stays fast. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Filing } from '#core/filing/filing.ts';
import { atMost, longest, measured, ninetyFifth, timed, type Bench, type Measurement } from './measurement.ts';
import { entry, fill, makeFilings, openIn } from './storage-corpus.ts';
import { openPeer, syncFolder, writeRaw } from './storage-peers.ts';
import type { ProvinceFigures } from './storage-province-process.ts';

const rounds = 60;
/** Milliseconds. */
const pause = 50;
const provinceFilings = 10_000;
/** Of the county workspace; a filing with its prose takes about 8.5 KB. */
const countyFilings = 232;

export const bench: Bench = {
  about:
    'By the clock, on the disk of the temporary folder. A county workspace of 232 filings is edited, and each edit is followed, after ' +
    'a pause as between two edits of a person, by its peers: plain writes of as many bytes, and the same edit by SQLite in a file of ' +
    'its own (node-sqlite3-wasm, rollback journal, full synchronisation; it writes the changed pages only, and keeps no earlier ' +
    'copies). A province workspace has 10,000 filings and runs in a process of its own, with the app’s own thread.',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
    try {
      return [...(await county(join(folder, 'county'))), ...(await province(join(folder, 'province')))];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/**
 * Edits of a county workspace and its peers, in turns, so that all meet the same disk. A plain write is as durable as a
 * save only when the folder is synced too: until then the new name may be lost with the power.
 */
async function county(folder: string): Promise<readonly Measurement[]> {
  const { edition, filings } = makeFilings(countyFilings);
  const workspace = await openIn(folder, edition);
  const ids = await fill(workspace, filings);
  const peer = openPeer(workspace.path, join(folder, 'peer.sqlite'));
  const taken: Record<'save' | 'work' | 'hurried' | 'plain' | 'durable' | 'database', number[]> = {
    ...{ save: [], work: [], hurried: [], plain: [], durable: [], database: [] },
  };
  const edit = async (id: string, filing: Filing): Promise<void> => {
    const saved = await workspace.updateFiling(id, { filing, pending: {} }, entry);
    if (!saved.ok || saved.value.state !== 'saved') throw new Error(JSON.stringify(saved));
  };
  for (let round = 0; round < rounds; round += 1) {
    const filing = filings[round % filings.length];
    const id = ids[round % ids.length];
    if (filing === undefined || id === undefined) throw new Error('no filings');
    const title = `${filing.title}${round}`;
    const save = await rested(() => edit(id, { ...filing, title }));
    taken.save.push(save.clock);
    taken.work.push(save.processor);
    // At once after the one before: nothing could be prepared for it.
    taken.hurried.push((await timed(() => edit(id, { ...filing, title: `${title}x` }))).clock);
    const bytes = new Uint8Array(statSync(workspace.path).size).fill(round);
    taken.plain.push((await rested(() => writeRaw(folder, bytes))).clock);
    const writeDurably = () => {
      writeRaw(folder, bytes);
      syncFolder(folder);
    };
    taken.durable.push((await rested(writeDurably)).clock);
    taken.database.push((await rested(() => peer.edit(id, { ...filing, title }))).clock);
  }
  const { size } = statSync(workspace.path);
  peer.close();
  await workspace.close();
  const durableTimes = { what: 'write, fsync, rename, fsync of the folder', values: taken.durable };
  const one = { unit: 'milliseconds', values: taken.save } as const;
  return [
    measured({ id: 'storage/county-size', what: `county workspace of ${countyFilings} filings`, unit: 'bytes', values: [size] }),
    measured({
      ...one,
      id: 'storage/save',
      what: 'edit of a county workspace, until it is on disk',
      peer: durableTimes,
      goal: atMost(1.5, 'ratio'),
    }),
    measured({ ...one, id: 'storage/save-95', what: 'edit of a county workspace, 95th percentile', by: ninetyFifth, peer: durableTimes }),
    measured({
      ...one,
      id: 'storage/save-plain',
      what: 'edit of a county workspace, against a write that is less durable',
      peer: { what: 'write, fsync, rename', values: taken.plain },
      goal: atMost(1.5, 'ratio'),
    }),
    measured({
      ...one,
      id: 'storage/save-database',
      what: 'edit of a county workspace, against the same edit in a database file',
      peer: { what: 'node-sqlite3-wasm', values: taken.database },
    }),
    measured({ id: 'storage/save-work', what: 'processor time of an edit, all threads', unit: 'milliseconds', values: taken.work }),
    measured({
      id: 'storage/save-hurried',
      what: 'edit that follows at once, nothing prepared',
      unit: 'milliseconds',
      values: taken.hurried,
      peer: durableTimes,
    }),
  ];
}

/** The app's desk with a province's filings, in a process of its own, so that its memory can be told. */
async function province(folder: string): Promise<readonly Measurement[]> {
  const script = fileURLToPath(new URL('./storage-province-process.cjs', import.meta.url));
  const start = (...words: string[]) => promisify(execFile)(process.execPath, [script, ...words, folder]);
  await start('fill', String(provinceFilings));
  const { open, blocked, idle, saves, memory } = JSON.parse((await start('use')).stdout) as ProvinceFigures;
  const size = statSync(join(folder, 'nianbao.sqlite')).size;
  const time = 'milliseconds';
  return [
    measured({ id: 'storage/province-size', what: 'province workspace of 10,000 filings', unit: 'bytes', values: [size] }),
    measured({
      id: 'storage/province-open',
      what: 'province workspace opened and all its filings listed',
      unit: time,
      values: [open],
      goal: atMost(3_000),
    }),
    measured({ id: 'storage/province-save', what: 'edit of a province workspace, until it is on disk', unit: time, values: saves }),
    measured({
      id: 'storage/province-block',
      what: 'longest stop of the window’s thread in any save of a province workspace',
      unit: time,
      values: blocked,
      by: longest,
      peer: { what: 'while nothing is done', values: idle },
      goal: atMost(50),
    }),
    measured({
      id: 'storage/province-memory',
      what: 'most memory with a province workspace',
      unit: 'bytes',
      values: [memory],
      goal: atMost(600e6),
    }),
  ];
}

/** `work`, begun when the disk has done with what came before, as between two edits of a person. */
async function rested<T>(work: () => T | Promise<T>) {
  await setTimeout(pause);
  return timed(work);
}
