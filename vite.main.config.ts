/** Builds what runs in Node: the desktop's main process, its desk, its backups and the headless commands, or (mode `preload`) the preload script. */
import { builtinModules } from 'node:module';
import { copyFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { helpBooks } from './vite.help.ts';
import { licenceNotices } from './vite.licences.ts';
import { copyPrintFonts } from './vite.print-fonts.ts';

const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload';
  return {
    build: {
      // The oldest runtime in use: Electron 33 and Node 20.
      target: 'node20',
      outDir: isPreload ? 'out/preload' : 'out/main',
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      ssr: true,
      rolldownOptions: {
        external: ['electron', ...builtins],
        input: isPreload
          ? { preload: 'src-main/preload.ts' }
          : {
              index: 'src-main/index.ts',
              desk: 'src-main/desk.ts',
              backup: 'src-main/backup.ts',
              cli: 'src-main/cli.ts',
              'parse-worker': 'src-main/readers/parse-worker.ts',
              'receive-worker': 'src-main/reception/receive-worker.ts',
              'verify-worker': 'src-main/bundles/verify-worker.ts',
            },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          // Names stay as they are, for the log; a fifth of the code is comments and white space of libraries.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
    define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
    ssr: { noExternal: true, external: ['electron'] },
    plugins: [
      licenceNotices(isPreload ? [] : ['sql.js', '@fontsource/noto-sans-sc', '@fontsource/noto-serif-sc']),
      ...(isPreload ? [] : [helpBooks()]),
      {
        name: 'sql-wasm',
        writeBundle() {
          if (!isPreload) copyFileSync('node_modules/sql.js/dist/sql-wasm.wasm', 'out/main/sql-wasm.wasm');
        },
      },
      {
        name: 'print-fonts',
        writeBundle({ dir }) {
          if (!isPreload && dir !== undefined) copyPrintFonts(`${dir}/fonts`);
        },
      },
    ],
  };
});
