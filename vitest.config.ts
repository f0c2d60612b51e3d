/** Core and main-process tests; the tests in the real window are Playwright's (tests/app). */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  define: { __APP_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/app/**'],
    testTimeout: 60_000,
    // All cores: without it one is kept free, which of two is half.
    maxWorkers: '100%',
    // Loading the core anew for each file costs more than many files' tests; nothing replaces modules or globals.
    isolate: false,
  },
});
