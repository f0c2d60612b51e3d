/** The child of the crash rig as one script for plain Node, made from the sources once a run. */
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** Makes the script in `outDir` and returns its path. */
export async function bundleChild(outDir: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // A bundle lies elsewhere than its sources, which look for files from where they are.
    plugins: [{ name: 'places', transform: (code, id) => code.replaceAll('import.meta.dirname', () => JSON.stringify(dirname(id))) }],
    ssr: { noExternal: true },
    build: {
      target: 'node20',
      outDir,
      minify: false,
      ssr: true,
      rolldownOptions: {
        external: builtinModules.flatMap((name) => [name, `node:${name}`]),
        input: { 'crash-process': join(import.meta.dirname, 'crash-process.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });
  return join(outDir, 'crash-process.cjs');
}
