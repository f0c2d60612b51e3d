/** `npm run -s nianbao -- COMMAND …`: the headless commands, after a set-up that is silent when nothing is to be done. */
import { findElectron } from './lib/electron.mjs';
import { cliBundle } from './lib/paths.mjs';
import { runScript } from './lib/problem.mjs';
import { runNode } from './lib/run.mjs';
import { setUpBuild } from './lib/setup.mjs';

await runScript(async () => {
  await setUpBuild({ quiet: true });
  const { status } = await runNode(cliBundle, process.argv.slice(2), { cwd: callersFolder(), env: commandEnvironment() });
  return status;
});

/** npm changes to the project's root before it runs a script; file names are meant from where the user stands. */
function callersFolder() {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === 'nianbao' && folder ? folder : process.cwd();
}

/** `render --to pdf` needs Electron: the one that is there already is named, none is fetched for it. */
function commandEnvironment() {
  const executable = process.env.NIANBAO_ELECTRON ?? findElectron()?.executable;
  return executable === undefined ? process.env : { ...process.env, NIANBAO_ELECTRON: executable };
}
