/**
 * `npm run coverage [-- PATH…]`: how much of the sources the unit tests run through, in the terminal and as pages in
 * out/coverage/. A report, no limit: `npm test` does without.
 */
import { toolScript } from './lib/paths.mjs';
import { runScript } from './lib/problem.mjs';
import { runNode } from './lib/run.mjs';
import { setUpBuild } from './lib/setup.mjs';

await runScript(async () => {
  await setUpBuild({ quiet: true });
  const settings = {
    enabled: 'true',
    provider: 'v8',
    include: 'src-*/**/*.ts',
    reportsDirectory: 'out/coverage',
    reportOnFailure: 'true',
  };
  const options = Object.entries(settings).map(([name, value]) => `--coverage.${name}=${value}`);
  const reporters = ['text-summary', 'html', 'json-summary'].map((name) => `--coverage.reporter=${name}`);
  const { status } = await runNode(toolScript('vitest/vitest.mjs'), ['run', ...options, ...reporters, ...process.argv.slice(2)]);
  return status;
});
