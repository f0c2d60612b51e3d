/** `npm run update-package -- --key PUBLISHER.p12 [FOLDER]`: the signed update file of the installers in dist/. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cliBundle, inRoot } from './lib/paths.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { runNode } from './lib/run.mjs';
import { setUpBuild } from './lib/setup.mjs';

const installer = /\.(?:exe|dmg|AppImage|deb|rpm|tar\.gz)$/u;

await runScript(async () => {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true });
  if (values.key === undefined) throw new SetUpProblem('Say who publishes: npm run update-package -- --key PUBLISHER.p12');
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const folder = path.resolve(positionals[0] ?? inRoot('dist'));
  const names = readdirSync(folder).filter((name) => name.startsWith(`nianbao-${version}-`) && installer.test(name));
  if (names.length === 0) throw new SetUpProblem(`There is no installer of ${version} in ${folder}; run npm run package first.`);
  await setUpBuild({ quiet: true });
  const output = path.join(folder, `nianbao-${version}.nianbao-update`);
  const files = names.sort().map((name) => path.join(folder, name));
  // The passphrase comes from NIANBAO_PASSPHRASE or is asked for.
  const words = ['update', 'seal', ...files, '--key', path.resolve(values.key), '-o', output];
  const { status } = await runNode(cliBundle, words, { cwd: process.cwd() });
  return status;
});
