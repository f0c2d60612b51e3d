/** The parser's thread as the build makes it, made anew from the sources for the tests that need it. */
import { mkdtempSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
let made: Promise<string> | null = null;

/** The path of the script; it is made once in each test file that asks. */
export function builtWorker(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'nianbao-worker-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'node20',
      outDir,
      minify: false,
      ssr: true,
      rolldownOptions: {
        external: builtinModules.flatMap((name) => [name, `node:${name}`]),
        input: { 'parse-worker': join(root, 'src-main/readers/parse-worker.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, 'parse-worker.cjs');
}
