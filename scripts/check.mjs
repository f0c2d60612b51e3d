/**
 * `npm run check`: types, lint, format and the tests that need no window. `--no-setup` when the caller has set up
 * already.
 */
import { checkSources, runUnitTests } from './lib/checks.mjs';
import { runScript } from './lib/problem.mjs';
import { setUpBuild } from './lib/setup.mjs';

await runScript(async () => {
  // The build, too: some tests run the headless commands as they are shipped.
  if (!process.argv.includes('--no-setup')) await setUpBuild();
  const failed = [...(await checkSources()), ...(await runUnitTests())];
  console.log(failed.length === 0 ? '[check] all ok' : `[check] failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
