/** Tests in the real Electron window; `npm test` names the runtime in NIANBAO_ELECTRON. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/app',
  testMatch: '**/*.spec.ts',
  // Windows of one display share its keyboard focus (`npm test` gives each part of the tests a display of its own).
  workers: 1,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'out/test-results/playwright.json' }]],
  outputDir: 'out/test-results/playwright',
  forbidOnly: process.env['CI'] !== undefined,
});
