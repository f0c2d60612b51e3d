/** `npm test`: everything. The last line counts all tests of all runners. */
import { vitestResults } from './lib/checks.mjs';
import { runPlaywrightInParts, whyNoApp } from './lib/playwright.mjs';
import { skipPlaywright, testPackaged } from './lib/packaged-tests.mjs';
import { inRoot } from './lib/paths.mjs';
import { runScript } from './lib/problem.mjs';
import { runNode } from './lib/run.mjs';
import { setUpAll } from './lib/setup.mjs';
import { addCounts, playwrightCounts, vitestCounts, vitestSkipped } from './lib/test-counts.mjs';

const appTests = ['-c', 'playwright.config.ts'];

await runScript(async () => {
  const setUp = await setUpAll({ forTests: true });
  const env = setUp.electron ? { ...process.env, NIANBAO_ELECTRON: setUp.electron.executable } : process.env;
  const check = await runNode(inRoot('scripts/check.mjs'), ['--no-setup'], { env });
  // Read at once: Playwright may empty the results' folder.
  const unitTests = vitestCounts(vitestResults);
  const unitSkipped = vitestSkipped(vitestResults);
  const app = await testApp(setUp);
  const packaged = await testPackaged(setUp);
  const { passed, failed, skipped } = addCounts([unitTests, app.counts, packaged.counts]);
  if (check.status !== 0) console.log('[test] npm run check failed; see above.');
  if (app.status !== 0) console.log('[test] the app tests failed; see above.');
  if (packaged.status !== 0) console.log('[test] the tests of the packaged app failed; see above.');
  if (unitSkipped.length > 0) console.log(`[test] ${unitSkipped.length} unit tests are skipped, because a program is missing:`);
  for (const title of unitSkipped) console.log(`  skipped: ${title}`);
  if (passed + failed === 0) console.log('[test] no test ran.');
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return check.status === 0 && app.status === 0 && packaged.status === 0 && failed === 0 && passed > 0 ? 0 : 1;
});

async function testApp(setUp) {
  const reason = whyNoApp(setUp);
  if (reason !== null) return skipPlaywright(reason, appTests);
  const { status, results } = await runPlaywrightInParts(setUp.electron, appTests);
  return { status, counts: addCounts(results.map(playwrightCounts)) };
}
