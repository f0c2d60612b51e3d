/**
 * `npm run bench [-- NAME…] [--docs]`: what the app takes in time and memory on this machine. Each `tests/bench/NAME-bench.ts`
 * has a `bench`, which runs in a process of its own, bundled as the app is. What all of them found last is written to
 * out/bench/benchmarks.md, with `--docs` to docs/benchmarks.md and the tables of both READMEs too.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchBundles, bundleBenches } from './lib/bench-bundle.mjs';
import { benchReport, resultOf, writeBenchmarks } from './lib/bench-pages.mjs';
import { withSomeDisplay } from './lib/display.mjs';
import { inRoot } from './lib/paths.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { run } from './lib/run.mjs';
import { setUpAll } from './lib/setup.mjs';

await runScript(async () => {
  const all = readdirSync(inRoot('tests/bench')).flatMap((file) => /^(.+)-bench\.ts$/u.exec(file)?.[1] ?? []);
  const { names, isForDocs } = readArguments(all);
  const { electron } = await setUpAll();
  await bundleBenches();
  mkdirSync(inRoot(benchBundles, 'results'), { recursive: true });
  const failed = [];
  for (const [at, name] of names.entries()) {
    console.log(`\n[bench] ${name} (${at + 1} of ${names.length})`);
    const status = await runBench(name, electron);
    if (status !== 0) failed.push(name);
  }
  if (failed.length > 0) {
    console.log(`\n[bench] failed: ${failed.join(', ')}`);
    return 1;
  }
  for (const file of await writeBenchmarks(all, { electron: electron?.version ?? null, isForDocs }))
    console.log(`[bench] written: ${file}`);
  return 0;
});

function readArguments(all) {
  const usage = `Usage: npm run bench [-- NAME… --docs]; names: ${all.join(', ')}`;
  try {
    const { values, positionals } = parseArgs({ options: { docs: { type: 'boolean', default: false } }, allowPositionals: true });
    if (positionals.every((name) => all.includes(name)))
      return { names: positionals.length > 0 ? positionals : all, isForDocs: values.docs };
  } catch {
    // Said below, in words.
  }
  throw new SetUpProblem(usage);
}

/** On some display where there can be one: those that have no window do not care. */
async function runBench(name, electron) {
  const bundle = inRoot(benchBundles, `${name}-bench.cjs`);
  const script = [inRoot('scripts/lib/run-bench.mjs'), name, bundle, benchReport, resultOf(name)];
  const { command, args } = withSomeDisplay(process.execPath, script) ?? { command: process.execPath, args: script };
  const env = electron === null ? process.env : { ...process.env, NIANBAO_ELECTRON: electron.executable };
  return (await run(command, args, { env })).status;
}
