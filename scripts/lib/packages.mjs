/** The npm packages: installed when missing, and again when the lock file has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { withSetUpLock } from './set-up-lock.mjs';
import { npm } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

const oldestNode = [20, 19];
const stamp = inRoot('node_modules/.nianbao-installed');

/**
 * Makes node_modules agree with package-lock.json.
 * @param {import('./progress.mjs').Say} say
 * @returns {Promise<'up to date' | 'installed'>}
 * @throws {SetUpProblem} Node is too old, or npm failed
 */
export async function ensurePackages(say) {
  refuseOldNode();
  if (isInstalled()) return 'up to date';
  return withSetUpLock(say, async () => {
    if (isInstalled()) return 'up to date';
    if (isSameTree()) {
      writeFileSync(stamp, lockDigest());
      return 'up to date';
    }
    await install(say);
    return 'installed';
  });
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new SetUpProblem(`Node.js ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

async function install(say) {
  say('npm ci (about half a minute)');
  rmSync(stamp, { force: true });
  // The runtime is fetched in a step of its own that knows more than one way to get it.
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  // Warnings are not for the user: some tools that only packaging needs would like a newer Node than they require.
  const { status } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], { env, output: 'stderr' });
  if (status !== 0) {
    throw new SetUpProblem(`npm ci failed (status ${status}). Without a network its packages must be in npm's cache.`);
  }
  writeFileSync(stamp, lockDigest());
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest();
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
}

/**
 * After `npm install` by hand the packages are right though our stamp is not: npm's own list of what it installed
 * tells, and saves a second installation.
 */
function isSameTree() {
  const list = inRoot('node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  const wanted = packagesOf(inRoot('package-lock.json'));
  return Object.entries(wanted).every(([place, entry]) => {
    const found = installed[place];
    if (found) return found.version === entry.version && found.integrity === entry.integrity;
    return place === '' || entry.optional === true || entry.extraneous === true;
  });
}

/** @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, extraneous?: boolean }>} */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
