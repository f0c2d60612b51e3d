/** The child of the crash rig as one script for plain Node, made from the sources once a run. */
import { dirname } from 'node:path';
import { buildThread } from '../../fixtures/build-thread.ts';

/** A bundle lies elsewhere than its sources, which look for files from where they are. */
const places = {
  name: 'places',
  transform: (code: string, id: string) => code.replaceAll('import.meta.dirname', () => JSON.stringify(dirname(id))),
};

/** Makes the script in `outDir` and returns its path. */
export function bundleChild(outDir: string): Promise<string> {
  return buildThread('tests/rigs/crash/crash-process.ts', { outDir, plugins: [places] });
}
