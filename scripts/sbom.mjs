/** `npm run sbom`: the bill of materials of what is shipped, as npm makes it (CycloneDX), in dist/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { npm } from './lib/npm.mjs';
import { inRoot } from './lib/paths.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';

await runScript(async () => {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--sbom-type', 'application', '--loglevel', 'silent'];
  const { status, output } = await npm(args, { output: 'keep' });
  if (status !== 0) throw new SetUpProblem(`npm sbom failed:\n${output}`);
  const bill = JSON.parse(output.slice(output.indexOf('{')));
  mkdirSync(inRoot('dist'), { recursive: true });
  const file = inRoot(`dist/nianbao-${bill.metadata.component.version}-sbom.cdx.json`);
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`[sbom] ${bill.components.length} packages in ${file}`);
  return 0;
});
