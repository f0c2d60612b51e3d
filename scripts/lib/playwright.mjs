/** Runs Playwright against the real app. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hasDisplay, mustDropSandbox, withSomeDisplay } from './display.mjs';
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
 * @param {Readonly<Record<string, string>>} [more] environment of the tests
 * @param {string} [results] where the results go
 * @returns {Promise<number>} its exit status
 */
export async function runPlaywright(electron, args, more = {}, results = playwrightResults) {
  rmSync(results, { force: true });
  const command = withSomeDisplay(process.execPath, [...playwrightTest('list,json'), ...args]);
  const env = { ...playwrightEnvironment(electron), PLAYWRIGHT_JSON_OUTPUT_FILE: results, ...more };
  const { status } = await run(command.command, command.args, { env });
  return status;
}

/**
 * Runs the tests in parts side by side where each part can have a virtual display, and with it a clipboard and a
 * keyboard focus, of its own; on the user's display one after the other.
 * @param {import('./electron.mjs').ElectronRuntime} electron
 * @param {readonly string[]} args for `playwright test`
 * @returns {Promise<{ status: number, results: readonly string[] }>} the worst exit status, and the results' files
 */
export async function runPlaywrightInParts(electron, args) {
  if (hasDisplay()) return { status: await runPlaywright(electron, args), results: [playwrightResults] };
  const parts = [1, 2, 3].map((part) => ({
    args: [...args, `--shard=${part}/3`, `--output=${path.join(testResults, `playwright-${part}`)}`],
    results: path.join(testResults, `playwright-${part}.json`),
  }));
  const statuses = await Promise.all(parts.map((part) => runPlaywright(electron, part.args, {}, part.results)));
  return { status: Math.max(...statuses), results: parts.map(({ results }) => results) };
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
