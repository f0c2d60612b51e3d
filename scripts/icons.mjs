/**
 * `npm run icons`: the icons of all systems from the images in resources/icons/linux, which are scaled from icon.svg.
 * `--check` only says whether the files are as it would make them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { packIcns, packIco } from './lib/icon-files.mjs';
import { inRoot } from './lib/paths.mjs';
import { runScript } from './lib/problem.mjs';

const images = inRoot('resources/icons/linux');

await runScript(async () => {
  const sizes = new Map(readdirSync(images).map((name) => [Number.parseInt(name, 10), readFileSync(`${images}/${name}`)]));
  const files = [
    ['resources/icons/icon.ico', packIco(sizes)],
    ['resources/icons/icon.icns', packIcns(sizes)],
  ];
  if (!process.argv.includes('--check')) for (const [file, bytes] of files) writeFileSync(inRoot(file), bytes);
  const stale = files.filter(([file, bytes]) => !readFileSync(inRoot(file)).equals(bytes)).map(([file]) => file);
  console.log(stale.length === 0 ? '[icons] all sizes are in place' : `[icons] not up to date: ${stale.join(', ')}; run npm run icons`);
  return stale.length === 0 ? 0 : 1;
});
