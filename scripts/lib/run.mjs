/** Child processes: started, waited for, their output shown or kept. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/** The exit status shells give for a command that does not exist. */
const notFound = 127;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] defaults to the project's root
 * @property {NodeJS.ProcessEnv} [env] defaults to this process's own
 * @property {'show' | 'stderr' | 'keep'} [output] `show`: straight to the terminal; `stderr`: the same, all of it on
 *   stderr; `keep`: gathered and returned, nothing shown
 * @property {boolean} [shell]
 */

/**
 * Runs a command to its end. Never rejects: as in shells a command that cannot be started has status 127, one ended
 * by a signal 128 and the signal's number.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = process.env, output = 'show', shell = false } = options;
  const child = spawn(command, args, { cwd, env, shell, stdio: stdioFor(output), windowsHide: true });
  const chunks = /** @type {Buffer[]} */ ([]);
  child.stdout?.on('data', (chunk) => chunks.push(chunk));
  child.stderr?.on('data', (chunk) => chunks.push(chunk));
  const stop = passSignalsTo(child);
  return new Promise((resolve) => {
    const end = (status, extra = '') => {
      stop();
      resolve({ status, output: Buffer.concat(chunks).toString('utf8') + extra });
    };
    child.on('error', (error) => end(notFound, `${error.message}\n`));
    child.on('close', (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}

/**
 * Runs a Node script with the Node that runs this one.
 * @param {string} script absolute path
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/** @returns {import('node:child_process').StdioOptions} */
function stdioFor(output) {
  if (output === 'keep') return ['ignore', 'pipe', 'pipe'];
  return output === 'stderr' ? ['ignore', 2, 2] : 'inherit';
}

/**
 * A terminal's Ctrl+C reaches the child by itself, and the child decides what it means: so this process only has to
 * stay alive. A SIGTERM reaches this process alone, so it is handed on.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignalsTo(child) {
  const wait = () => {};
  const terminate = () => child.kill('SIGTERM');
  process.on('SIGINT', wait);
  process.on('SIGTERM', terminate);
  return () => {
    process.off('SIGINT', wait);
    process.off('SIGTERM', terminate);
  };
}
