/** The electron package's own download, tried only where it can work: on a machine without a way out it would hang. */
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runNode } from './run.mjs';

const releases = 'https://github.com/electron/electron/releases/download/';
const probeTakesAtMost = 8_000;

/**
 * Downloads and unpacks the binary of the electron package.
 * @param {string} electronPackage its folder
 * @param {string} version the package's version
 * @param {import('./progress.mjs').Say} say
 * @returns {Promise<string | null>} null when it worked, else one sentence why not
 */
export async function downloadElectron(electronPackage, version, say) {
  const base = mirror();
  say(`looking for Electron ${version} at ${new URL(base).host}`);
  if (!isDownloaded(version) && !(await isReachable(base))) {
    return `The download address of the electron package (${base}) cannot be reached.`;
  }
  say(`downloading Electron ${version} (about 120 MB)`);
  const { status, output } = await runNode(path.join(electronPackage, 'install.js'), [], { output: 'keep' });
  if (status === 0) return null;
  return `The download of the electron package failed: ${output.trim().split('\n')[0]}.`;
}

function mirror() {
  const { env } = process;
  return env.npm_config_electron_mirror || env.NPM_CONFIG_ELECTRON_MIRROR || env.ELECTRON_MIRROR || releases;
}

/** Any answer at all will do: what the address then serves is the download's matter. */
async function isReachable(base) {
  // Node's fetch does not look at proxy settings, but the download does when it is told to.
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  try {
    await fetch(base, { method: 'HEAD', signal: AbortSignal.timeout(probeTakesAtMost) });
    return true;
  } catch {
    return false;
  }
}

/** Whether an earlier download is still in the cache that the download looks at first: then it needs no network. */
function isDownloaded(version) {
  const cache = process.env.electron_config_cache ?? defaultCache();
  const zip = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  if (!existsSync(cache)) return false;
  return readdirSync(cache).some((folder) => existsSync(path.join(cache, folder, zip)));
}

function defaultCache() {
  const { env } = process;
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library/Caches/electron');
  if (process.platform === 'win32') return path.join(env.LOCALAPPDATA ?? os.homedir(), 'electron/Cache');
  return path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'electron');
}
