/** `npm run licences`: the licences of what is in the build, as one text in dist/; the app shows the same under settings. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { runScript } from './lib/problem.mjs';
import { setUpBuild } from './lib/setup.mjs';

await runScript(async () => {
  await setUpBuild({ quiet: true });
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const all = ['main', 'preload', 'renderer'].flatMap((part) => JSON.parse(readFileSync(inRoot('out', part, 'licences.json'), 'utf8')));
  const packages = new Map(all.map((each) => [`${each.name} ${each.version}`, each]));
  const texts = [...packages]
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([name, { licence, text }]) => `${name}\n${licence}\n\n${text}`);
  const own = readFileSync(inRoot('LICENSE'), 'utf8').trim();
  mkdirSync(inRoot('dist'), { recursive: true });
  const file = inRoot(`dist/nianbao-${version}-licences.txt`);
  writeFileSync(file, [`nianbao ${version}\n\n${own}`, ...texts].join(`\n\n${'-'.repeat(78)}\n\n`) + '\n');
  console.log(`[licences] ${packages.size} packages in ${file}`);
  return 0;
});
