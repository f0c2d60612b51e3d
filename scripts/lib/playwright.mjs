/** Runs Playwright against the real app. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { mustDropSandbox, withSomeDisplay } from './display.mjs';
import { testResults, toolScript } from './paths.mjs';
import { run } from './run.mjs';

/** Playwright's results as JSON. */
export const playwrightResults = path.join(testResults, 'playwright.json');

/**
 * Says why the app cannot be run here.
 * @param {import('./setup.mjs').SetUp} setUp
 * @returns {string | null} null when it can
 */
export function whyNoApp({ electron, missing }) {
  if (electron === null) return 'there is no Electron runtime';
  const libraries = missing.filter(({ forElectron }) => forElectron).map(({ name }) => name);
  if (libraries.length > 0) return `Electron does not start without ${libraries.join(', ')}`;
  if (withSomeDisplay('', []) === null) return 'there is no display, and no xvfb-run to make one';
  return null;
}

/**
 * Runs Playwright's tests of one configuration, on a virtual display when there is no other.
 * @param {import('./electron.mjs').ElectronRuntime} electron
 * @param {readonly string[]} args for `playwright test`
 * @returns {Promise<number>} its exit status
 */
export async function runPlaywright(electron, args) {
  rmSync(playwrightResults, { force: true });
  const command = withSomeDisplay(process.execPath, [...playwrightTest('list,json'), ...args]);
  const { status } = await run(command.command, command.args, { env: playwrightEnvironment(electron) });
  return status;
}

/**
 * Has Playwright write the tests it would run to the results file, without running them.
 * @param {readonly string[]} args for `playwright test`
 * @returns {Promise<{ status: number, output: string }>}
 */
export function listPlaywrightTests(args) {
  rmSync(playwrightResults, { force: true });
  const all = [...playwrightTest('json'), '--list', ...args];
  return run(process.execPath, all, { output: 'keep', env: playwrightEnvironment(null) });
}

function playwrightTest(reporters) {
  return [toolScript('@playwright/test/cli.js'), 'test', `--reporter=${reporters}`];
}

/** The tests find the runtime here, so that they need to know nothing of how it came. */
function playwrightEnvironment(electron) {
  mkdirSync(testResults, { recursive: true });
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightResults };
  if (electron !== null) env.NIANBAO_ELECTRON = electron.executable;
  if (mustDropSandbox()) env.NIANBAO_NO_SANDBOX = '1';
  return env;
}
