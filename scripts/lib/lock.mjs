/**
 * A lock folder, so that two commands started together do not install or build over each other. Making a folder is
 * atomic on every file system; the holder's process id inside tells whether it still lives.
 */
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pollEvery = 200;
const beatEvery = 2_000;
/** A process id may have been given to another program since: a lock without a sign of life this long is dead too. */
const silentFor = 30_000;

/**
 * Runs `work` while holding the lock, waiting for another holder first.
 * @template T
 * @param {string} folder the lock; its parent is made when missing
 * @param {() => Promise<T>} work
 * @param {(holder: string) => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, onWait = () => {}) {
  await take(folder, onWait);
  const heartbeat = setInterval(() => beat(folder), beatEvery);
  heartbeat.unref();
  const release = () => {
    if (holderOf(folder) === String(process.pid)) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

async function take(folder, onWait) {
  mkdirSync(path.dirname(folder), { recursive: true });
  let told = false;
  let lastBeat = 0;
  let unchangedSince = performance.now();
  while (!tryTake(folder)) {
    const seen = beatOf(folder);
    if (seen !== lastBeat) [lastBeat, unchangedSince] = [seen, performance.now()];
    if (isDead(holderOf(folder)) || performance.now() - unchangedSince > silentFor) breakLock(folder, lastBeat);
    if (!told) onWait(holderOf(folder));
    told = true;
    await sleep(pollEvery);
  }
}

function tryTake(folder) {
  if (!makeFolder(folder)) return false;
  writeFileSync(path.join(folder, 'pid'), String(process.pid));
  return true;
}

/**
 * Removes a dead lock. Only one process at a time may do so, and it looks once more first: otherwise a slow one could
 * remove the lock that a quicker one has just taken.
 */
function breakLock(folder, lastBeat) {
  const breaking = `${folder}.breaking`;
  if (!makeFolder(breaking)) {
    if (Date.now() - beatOf(breaking) > silentFor) rmSync(breaking, { recursive: true, force: true });
    return;
  }
  if (isDead(holderOf(folder)) || beatOf(folder) === lastBeat) rmSync(folder, { recursive: true, force: true });
  rmSync(breaking, { recursive: true, force: true });
}

function makeFolder(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function beat(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // The lock was removed by hand: the work goes on, only unguarded.
  }
}

/** @returns {number} time of the last sign of life, 0 when the lock is gone */
function beatOf(folder) {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** @returns {string} the holder's process id, empty while it is not written yet */
function holderOf(folder) {
  try {
    return readFileSync(path.join(folder, 'pid'), 'utf8');
  } catch {
    return '';
  }
}

function isDead(holder) {
  if (holder === '') return false;
  try {
    process.kill(Number(holder), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
