import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './packages/app/e2e-tests',
  globalSetup: './packages/app/e2e-tests/buildApp.ts',
  // Two Portals at a time would fight for two cores.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [
    ['list'],
    ['json', { outputFile: '.butler/test-reports/playwright.json' }],
  ],
  use: {
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 900 },
  },
  outputDir: '.butler/e2e-results',
});
