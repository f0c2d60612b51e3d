/** `npm run build`: packages and build, as far as they are not up to date. */
import { runScript } from './lib/problem.mjs';
import { setUpBuild } from './lib/setup.mjs';

await runScript(async () => {
  await setUpBuild();
  return 0;
});
