/** Runs electron-builder, and knows where the plain folder that it makes has the app. */
import path from 'node:path';
import { toolScript } from './paths.mjs';
import { runNode } from './run.mjs';

/**
 * @param {import('./electron.mjs').ElectronRuntime} electron
 * @param {readonly string[]} args for electron-builder; none makes the plain folder for this system
 * @param {{ folder?: string, output?: 'show' | 'keep' }} [options] `folder`: where to, absolute; dist/ of the project
 *   otherwise
 * @returns {Promise<{ status: number, output: string }>}
 */
export function packageApp(electron, args, { folder, output } = {}) {
  const targets = args.length > 0 ? args : ['--dir'];
  const place = folder === undefined ? [] : [`-c.directories.output=${folder}`];
  const all = ['--config', 'electron-builder.yml', '--publish', 'never', ...targets, ...place, ...runtimeSettings(electron)];
  return runNode(toolScript('electron-builder/cli.js'), all, output === undefined ? {} : { output });
}

/**
 * @param {string} folder that the plain folder was made in
 * @returns {string} the app's program
 */
export function packagedProgram(folder) {
  const foreign = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return path.join(folder, `mac${foreign}`, '年报通.app/Contents/MacOS/nianbao');
  if (process.platform === 'win32') return path.join(folder, `win${foreign}-unpacked`, 'nianbao.exe');
  return path.join(folder, `linux${foreign}-unpacked`, 'nianbao');
}

/** Without them electron-builder downloads the version of package.json, which only works where that was found. */
function runtimeSettings({ source, dist, version }) {
  if (source === 'electron package') return [];
  return [`-c.electronDist=${dist}`, ...(version === 'unknown' ? [] : [`-c.electronVersion=${version}`])];
}
