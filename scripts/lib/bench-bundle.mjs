/** Bundles the benchmarks, and the programs that they start, for plain Node. */
import { builtinModules } from 'node:module';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { inRoot, root } from './paths.mjs';

/** Folder of the bundles, below the root. */
export const benchBundles = 'out/bench';

/** A bundle lies elsewhere than its sources, which look for files from where they are. */
const placesOfSources = {
  name: 'places-of-sources',
  transform: (code, id) => code.replaceAll('import.meta.dirname', () => JSON.stringify(path.dirname(id))),
};

/** Every `*-bench.ts` and `*-process.ts` of tests/bench becomes a bundle of the same name, and so does report.ts. */
export async function bundleBenches() {
  const sources = readdirSync(inRoot('tests/bench')).filter((file) => /-(?:bench|process)\.ts$|^report\.ts$/u.test(file));
  mkdirSync(inRoot(benchBundles), { recursive: true });
  for (const file of readdirSync(inRoot(benchBundles))) if (file.endsWith('.cjs')) rmSync(inRoot(benchBundles, file));
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    define: { __APP_VERSION__: JSON.stringify('0.0.0-bench') },
    ssr: { noExternal: true },
    plugins: [placesOfSources],
    build: {
      target: 'node20',
      outDir: benchBundles,
      // What was measured lies beside the bundles.
      emptyOutDir: false,
      minify: false,
      ssr: true,
      rolldownOptions: {
        // They find their own files from where they lie.
        external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`), '@playwright/test', 'node-sqlite3-wasm'],
        input: Object.fromEntries(sources.map((file) => [path.basename(file, '.ts'), inRoot('tests/bench', file)])),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });
}
