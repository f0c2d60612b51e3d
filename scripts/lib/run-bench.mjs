/** Runs one bundled benchmark in this process and shows its lines. */
import { pathToFileURL } from 'node:url';

const [bundle] = process.argv.slice(2);
const { run } = await import(pathToFileURL(bundle).href);
if (typeof run !== 'function') {
  console.log('has no run() yet');
} else {
  for (const line of await run()) console.log(line);
}
