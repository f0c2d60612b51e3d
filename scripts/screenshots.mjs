/** `npm run screenshots`: pictures of the screens, taken from the real app. */
import { runPlaywright, whyNoApp } from './lib/playwright.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { setUpAll } from './lib/setup.mjs';

await runScript(async () => {
  const setUp = await setUpAll();
  const reason = whyNoApp(setUp);
  if (reason !== null) throw new SetUpProblem(`No screenshots can be taken here: ${reason}.`);
  return runPlaywright(setUp.electron, ['-c', 'playwright.screenshots.config.ts', ...process.argv.slice(2)]);
});
