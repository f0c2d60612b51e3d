/** The set-up that every command runs first: each step does only what is still to be done. */
import { ensureBuild } from './build.mjs';
import { describeElectron, ensureElectron } from './electron.mjs';
import { ensurePackages } from './packages.mjs';
import { SetUpProblem } from './problem.mjs';
import { numberedSteps } from './progress.mjs';
import { describeMissing, ensureSystemPackages } from './system-packages.mjs';

/**
 * Packages and build: enough for the headless commands.
 * @param {{ quiet?: boolean }} [settings] `quiet` says nothing when there is nothing to do
 * @returns {Promise<void>}
 * @throws {SetUpProblem}
 */
export async function setUpBuild({ quiet = false } = {}) {
  const step = numberedSteps({ prefix: 'set-up', total: 2, quiet });
  await step('npm packages', ensurePackages);
  await step('build', ensureBuild);
}

/**
 * Everything the app with its window needs. Without an Electron runtime the rest still works, so that is for the
 * caller to judge.
 * @param {{ forTests?: boolean }} [settings] `forTests` also sets up what only the tests need
 * @returns {Promise<SetUp>}
 * @throws {SetUpProblem} packages or build failed
 *
 * @typedef {object} SetUp
 * @property {import('./electron.mjs').ElectronRuntime | null} electron
 * @property {readonly import('./system-needs.mjs').SystemNeed[]} missing system packages that could not be installed
 */
export async function setUpAll({ forTests = false } = {}) {
  const step = numberedSteps({ prefix: 'set-up', total: 4 });
  await step('npm packages', ensurePackages);
  const missing = await step('system packages', (say) => ensureSystemPackages(say, { forTests }), describeMissing);
  const electron = await step('Electron', electronOrNull, (runtime) => (runtime ? describeElectron(runtime) : 'none'));
  await step('build', ensureBuild);
  return { electron, missing };
}

async function electronOrNull(say) {
  try {
    return await ensureElectron(say);
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    say(error.message);
    return null;
  }
}
