/** `npm run checksums`: SHA256SUMS of the files in dist/, which `sha256sum --check` reads. */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inRoot } from './lib/paths.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';

const sums = 'SHA256SUMS';

await runScript(async () => {
  const folder = path.resolve(process.argv[2] ?? inRoot('dist'));
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && entry.name.startsWith('nianbao-')).map(({ name }) => name);
  if (names.length === 0) throw new SetUpProblem(`There is nothing of ours in ${folder}; run npm run package first.`);
  const lines = [];
  for (const name of names.sort()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path.join(folder, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  writeFileSync(path.join(folder, sums), lines.join(''));
  console.log(`[checksums] ${names.length} files in ${path.join(folder, sums)}`);
  return 0;
});
