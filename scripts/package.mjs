/**
 * `npm run package`: the app as a folder in dist/, for this system. Arguments go to electron-builder instead of that,
 * e.g. `npm run package -- --win nsis` on a release machine.
 */
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { toolScript } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { setUpAll } from './lib/setup.mjs';

await runScript(async () => {
  const { electron } = await setUpAll();
  if (electron === null) throw new SetUpProblem('Packaging needs an Electron runtime; see step 3 above.');
  const asked = process.argv.slice(2);
  const targets = asked.length > 0 ? asked : ['--dir'];
  const args = ['--config', 'electron-builder.yml', '--publish', 'never', ...targets, ...runtimeSettings(electron)];
  const { status } = await runNode(toolScript('electron-builder/cli.js'), args);
  return status;
});

/** Without them electron-builder downloads the version of package.json, which only works where that was found. */
function runtimeSettings({ source, dist, version }) {
  if (source === 'electron package') return [];
  return [`-c.electronDist=${dist}`, ...(version === 'unknown' ? [] : [`-c.electronVersion=${version}`])];
}
