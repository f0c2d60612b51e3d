/** Writes pictures of the screens (`npm run screenshots`); they are looked at, not compared. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/screenshots',
  testMatch: '**/*.shot.ts',
  workers: 1,
  timeout: 120_000,
  reporter: [['list']],
  outputDir: 'out/test-results/screenshots',
});
