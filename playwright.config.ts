import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// Debian's Chromium, if no other is named; without either, the one that Playwright may have installed.
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const port = process.env.JOURNEYS_PORT ?? '3210'

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A busy machine is no reason to fail.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['line']],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A trace takes as long again as the journey: ask for it with `--trace retain-on-failure`.
    trace: 'off',
    launchOptions: {
      executablePath: existsSync(chromium) ? chromium : undefined,
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'administrator', testMatch: '*.setup.ts' },
    { name: 'journeys', testMatch: '*.spec.ts', dependencies: ['administrator'] },
  ],
  webServer: {
    command: 'node scripts/start-fresh.mjs',
    env: { PORT: port },
    url: `http://localhost:${port}/api/ready`,
    // The link becomes process.env.FIRST_ADMINISTRATOR_LINK for the tests.
    wait: { stdout: /first administrator.*\s+(?<first_administrator_link>http\S+)/ },
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
