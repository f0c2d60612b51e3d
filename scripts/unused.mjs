/** `npm run unused`: files, exports and dependencies that nobody uses; knip.jsonc says where it begins. */
import { ensurePackages } from './lib/packages.mjs';
import { toolScript } from './lib/paths.mjs';
import { runScript } from './lib/problem.mjs';
import { numberedSteps } from './lib/progress.mjs';
import { runNode } from './lib/run.mjs';

await runScript(async () => {
  await numberedSteps({ prefix: 'set-up', total: 1, quiet: true })('npm packages', ensurePackages);
  const { status } = await runNode(toolScript('knip/bin/knip.js'), process.argv.slice(2));
  return status;
});
