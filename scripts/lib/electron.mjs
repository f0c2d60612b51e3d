/**
 * The Electron runtime for starting and testing the app: found, or fetched in one of two ways. The version shipped is
 * the one in package.json; the npm-hosted one is older and serves machines that reach only an npm registry.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { downloadElectron } from './electron-download.mjs';
import { canUseNpmElectron, fetchNpmElectron, findNpmElectron } from './electron-from-npm.mjs';
import { inRoot } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable absolute path
 * @property {string} dist folder of the unpacked distribution
 * @property {string} version `unknown` when an overriding folder does not tell
 * @property {'ELECTRON_OVERRIDE_DIST_PATH' | 'electron package' | 'npm-hosted'} source
 */

const electronPackage = inRoot('node_modules/electron');

/**
 * Finds a runtime that is already on this machine, without any network.
 * @returns {ElectronRuntime | null}
 * @throws {SetUpProblem} ELECTRON_OVERRIDE_DIST_PATH is set, but holds no Electron
 */
export function findElectron() {
  return overriding() ?? fromElectronPackage() ?? npmHosted();
}

/**
 * Finds or fetches a runtime; needs the packages.
 * @param {import('./progress.mjs').Say} say
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetUpProblem} there is none and none can be fetched; the message says what to do
 */
export async function ensureElectron(say) {
  const found = findElectron();
  if (found) return found;
  const reasons = [await downloadElectron(electronPackage, wantedVersion(), say)];
  const downloaded = fromElectronPackage();
  if (downloaded) return downloaded;
  if (canUseNpmElectron()) reasons.push(await fetchNpmElectron(say));
  const fetched = npmHosted();
  if (fetched) return fetched;
  throw new SetUpProblem(
    [
      'No Electron runtime:',
      ...reasons.filter((reason) => reason !== null).map((reason) => `  ${reason}`),
      'Connect to the internet once and run the command again, or set ELECTRON_MIRROR to a mirror within reach,',
      `or ELECTRON_OVERRIDE_DIST_PATH to a folder with Electron ${wantedVersion()} unpacked.`,
    ].join('\n'),
  );
}

/**
 * @param {ElectronRuntime} runtime
 * @returns {string} for a progress line
 */
export function describeElectron({ version, source, executable }) {
  return `Electron ${version} (${source}) ${executable}`;
}

function wantedVersion() {
  return JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8')).version;
}

function overriding() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist) return null;
  const runtime = runtimeIn(path.resolve(dist), 'ELECTRON_OVERRIDE_DIST_PATH');
  if (!runtime) throw new SetUpProblem(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no Electron in ${dist}.`);
  return runtime;
}

function fromElectronPackage() {
  const runtime = runtimeIn(path.join(electronPackage, 'dist'), 'electron package');
  // path.txt is written last, so it tells that unpacking came to its end.
  const isComplete = existsSync(path.join(electronPackage, 'path.txt'));
  return runtime && isComplete && runtime.version === wantedVersion() ? runtime : null;
}

function npmHosted() {
  const dist = findNpmElectron();
  return dist && runtimeIn(dist, 'npm-hosted');
}

/** @returns {ElectronRuntime | null} */
function runtimeIn(dist, source) {
  const executable = path.join(dist, executableName());
  return existsSync(executable) ? { executable, dist, version: versionOf(dist), source } : null;
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function versionOf(dist) {
  const file = path.join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/u, '') : 'unknown';
}
