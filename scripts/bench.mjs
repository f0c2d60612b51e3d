/**
 * `npm run bench [NAME…]`: what the app takes in time and memory on this machine. Each `tests/bench/NAME-bench.ts` has a
 * `run(): Promise<string[]>` that returns the lines to show, and runs in a process of its own, bundled as the app is.
 */
import { readdirSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { benchBundles, bundleBenches } from './lib/bench-bundle.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { withSomeDisplay } from './lib/display.mjs';
import { run } from './lib/run.mjs';
import { setUpAll } from './lib/setup.mjs';

await runScript(async () => {
  const all = readdirSync(inRoot('tests/bench')).flatMap((file) => /^(.+)-bench\.ts$/u.exec(file)?.[1] ?? []);
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new SetUpProblem(`There is no benchmark ${unknown.join(', ')}, only ${all.join(', ')}.`);
  const { electron } = await setUpAll();
  await bundleBenches();
  const failed = [];
  for (const name of wanted.length > 0 ? wanted : all) {
    console.log(`\n[bench] ${name}`);
    const status = await runBench(name, electron);
    if (status !== 0) failed.push(name);
  }
  if (failed.length > 0) console.log(`\n[bench] failed: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
});

/** On some display where there can be one: those that have no window do not care. */
async function runBench(name, electron) {
  const script = [inRoot('scripts/lib/run-bench.mjs'), inRoot(benchBundles, `${name}-bench.cjs`)];
  const { command, args } = withSomeDisplay(process.execPath, script) ?? { command: process.execPath, args: script };
  const env = electron === null ? process.env : { ...process.env, NIANBAO_ELECTRON: electron.executable };
  return (await run(command, args, { env })).status;
}
