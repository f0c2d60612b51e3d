/** Starts the desktop app from the project's folder. */
import { mustDropSandbox } from './display.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Runs the app until it is closed.
 * @param {import('./electron.mjs').ElectronRuntime} electron
 * @param {readonly string[]} args for the app
 * @returns {Promise<number>} its exit status
 */
export async function runApp(electron, args) {
  const env = { ...process.env };
  // Set by some editors' terminals; with it Electron would be a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  const switches = mustDropSandbox() ? ['--no-sandbox'] : [];
  const { status } = await run(electron.executable, [...switches, root, ...args], { env });
  return status;
}
