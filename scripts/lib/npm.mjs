/** Calls npm the way this script itself was called. */
import path from 'node:path';
import { run, runNode } from './run.mjs';

/**
 * @param {readonly string[]} args
 * @param {import('./run.mjs').RunOptions} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function npm(args, options = {}) {
  // Under `npm run` this names npm's own script; other package managers set it too, hence the look at its name.
  const script = process.env.npm_execpath ?? '';
  if (path.basename(script) === 'npm-cli.js') return runNode(script, args, options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
