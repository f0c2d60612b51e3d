/** The tests of the packaged app, and what is said of tests in a window where there can be none. */
import { packageApp, packagedProgram } from './package-app.mjs';
import { inRoot } from './paths.mjs';
import { listPlaywrightTests, playwrightResults, runPlaywright, whyNoApp } from './playwright.mjs';
import { duration } from './progress.mjs';
import { playwrightCounts, playwrightTitles } from './test-counts.mjs';

/** @typedef {{ status: number, counts: import('./test-counts.mjs').Counts }} Tested */

const tests = ['-c', 'playwright.packaged.config.ts'];

/**
 * Packages the app as it is shipped, into a folder of the tests' own, and tests that.
 * @param {import('./setup.mjs').SetUp} setUp
 * @returns {Promise<Tested>}
 */
export async function testPackaged(setUp) {
  const reason = whyNoApp(setUp);
  if (reason !== null) return skipPlaywright(reason, tests);
  const folder = inRoot('out/packaged');
  const started = performance.now();
  const { status: packed, output } = await packageApp(setUp.electron, [], { folder, output: 'keep' });
  if (packed !== 0) {
    console.log(output);
    return { status: packed, counts: { passed: 0, failed: 1, skipped: 0 } };
  }
  console.log(`[test] packaged in ${duration(performance.now() - started)}`);
  const status = await runPlaywright(setUp.electron, tests, { NIANBAO_PACKAGED: packagedProgram(folder) });
  return { status, counts: playwrightCounts(playwrightResults) };
}

/**
 * Names what is not tested here. A list that cannot be made is a failure like any other.
 * @param {string} reason
 * @param {readonly string[]} args for `playwright test`
 * @returns {Promise<Tested>}
 */
export async function skipPlaywright(reason, args) {
  const { status, output } = await listPlaywrightTests(args);
  const titles = playwrightTitles(playwrightResults);
  if (status !== 0) console.log(output);
  console.log(`[test] ${titles.length} tests in the app are skipped, because ${reason}:`);
  for (const title of titles) console.log(`  skipped: ${title}`);
  return { status, counts: { passed: 0, failed: status === 0 ? 0 : 1, skipped: titles.length } };
}
