/** One of the two processes of the benchmark of verification: verifies its share of the bundles when told to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import { readTrust } from '#main/signing/trust-store.ts';
import { benchEditions, sealedAt } from './verify-corpus.ts';

const [folder = '', ...paths] = process.argv.slice(2);
const editions = benchEditions();

async function verifyAll(files: readonly string[]): Promise<number> {
  const trust = await readTrust([join(folder, 'ca.pem')]);
  if (!trust.ok) throw new Error(trust.problem.code);
  let valid = 0;
  for (const path of files) {
    const report = await verifyBundle({ bytes: readFileSync(path), ...trust.value, editions, now: sealedAt });
    if (report.verdict === 'valid') valid += 1;
    else throw new Error(`${path}: ${report.reasons.map((each) => each.code).join()}`);
  }
  return valid;
}

process.on('message', () => {
  const before = process.cpuUsage();
  void verifyAll(paths).then((valid) => {
    const { user, system } = process.cpuUsage(before);
    process.send?.({ valid, processor: (user + system) / 1000 });
    process.disconnect();
  });
});
// The first hundreds of bundles are slower while the compiler looks on; a batch of thousands has that behind it. Nothing
// that is found out about a bundle is kept.
void verifyAll(paths).then(() => process.send?.({ valid: 0, processor: 0 }));
