/** Tests of the packaged app, hardened as it is shipped; `npm test` names its program in NIANBAO_PACKAGED. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/packaged',
  testMatch: '**/*.spec.ts',
  workers: 1,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'out/test-results/packaged.json' }]],
  outputDir: 'out/test-results/packaged',
  forbidOnly: process.env['CI'] !== undefined,
});
