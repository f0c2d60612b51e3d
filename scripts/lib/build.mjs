/** The build: made when it is missing or when anything it is made from has changed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, toolScript } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';
import { runNode } from './run.mjs';
import { withSetUpLock } from './set-up-lock.mjs';
import { isSameContent, takeSnapshot } from './source-snapshot.mjs';

const stamp = inRoot('out/.build-sources.json');
const products = [
  ...['index', 'desk', 'cli', 'parse-worker', 'receive-worker', 'verify-worker'].map((name) => `out/main/${name}.cjs`),
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];
const viteBuilds = [
  ['-c', 'vite.main.config.ts', '--mode', 'main'],
  ['-c', 'vite.main.config.ts', '--mode', 'preload'],
  ['-c', 'vite.renderer.config.ts'],
];

/**
 * Makes the build agree with the sources; needs the packages.
 * @param {import('./progress.mjs').Say} say
 * @returns {Promise<'up to date' | 'built'>}
 * @throws {SetUpProblem} a build step failed; its output is in the message
 */
export async function ensureBuild(say) {
  if (isFresh()) return 'up to date';
  return withSetUpLock(say, async () => {
    if (isFresh()) return 'up to date';
    await build(say);
    return 'built';
  });
}

async function build(say) {
  const sources = takeSnapshot(readStamp());
  // Without the stamp a build that is broken off counts as none.
  rmSync(stamp, { force: true });
  for (const args of viteBuilds) {
    say(`vite build ${args.join(' ')}`);
    const { status, output } = await runNode(toolScript('vite/bin/vite.js'), ['build', ...args], { output: 'keep' });
    if (status !== 0) throw new SetUpProblem(`vite build ${args.join(' ')} failed (status ${status}):\n${output}`);
  }
  const missing = products.filter((product) => !existsSync(inRoot(product)));
  if (missing.length > 0) throw new SetUpProblem(`The build did not make ${missing.join(', ')}.`);
  writeStamp(sources);
}

function isFresh() {
  if (!products.every((product) => existsSync(inRoot(product)))) return false;
  const built = readStamp();
  const now = takeSnapshot(built);
  if (!isSameContent(built, now)) return false;
  if (JSON.stringify(built) !== JSON.stringify(now)) writeStamp(now);
  return true;
}

/** @returns {import('./source-snapshot.mjs').Snapshot} empty when there is no build or its stamp is damaged */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(snapshot) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify(snapshot));
}
