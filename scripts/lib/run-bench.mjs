/** Runs one bundled benchmark in this process, shows its lines, and writes what it measured as JSON. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [name, bundle, report, output] = process.argv.slice(2);
const { bench } = await import(pathToFileURL(bundle).href);
const { linesOf } = await import(pathToFileURL(report).href);
if (bench.needsElectron && !process.env.NIANBAO_ELECTRON) {
  console.log('  skipped: there is no Electron runtime');
} else {
  const start = performance.now();
  const measurements = await bench.run();
  for (const line of linesOf(measurements)) console.log(line);
  console.log(`  (${((performance.now() - start) / 1000).toFixed(0)} s)`);
  writeFileSync(output, JSON.stringify({ name, about: bench.about, measurements }));
}
