/**
 * `npm run package`: the app as a folder in dist/, for this system. Arguments go to electron-builder instead of that,
 * e.g. `npm run package -- --win nsis` on a release machine.
 */
import { packageApp } from './lib/package-app.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { setUpAll } from './lib/setup.mjs';

await runScript(async () => {
  const { electron } = await setUpAll();
  if (electron === null) throw new SetUpProblem('Packaging needs an Electron runtime; see step 3 above.');
  const { status } = await packageApp(electron, process.argv.slice(2));
  return status;
});
