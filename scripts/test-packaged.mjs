/** `npm run test:packaged`: packages the app as it is shipped, into a folder of the tests' own, and tests that alone. */
import { testPackaged } from './lib/packaged-tests.mjs';
import { runScript } from './lib/problem.mjs';
import { setUpAll } from './lib/setup.mjs';

await runScript(async () => {
  const { status } = await testPackaged(await setUpAll({ forTests: true }));
  return status;
});
