import { defineConfig } from 'vitest/config'

export default defineConfig({
  // As Node itself resolves packages: with Vite's own order there would be two copies of graphql, and neither knows the other's objects.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    environment: 'node',
    maxWorkers: 2,
    // A busy machine is no reason to fail.
    testTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'domain', include: ['tests/domain/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'graphql',
          include: ['tests/graphql/**/*.test.ts'],
          globalSetup: 'tests/support/global-setup.ts',
          hookTimeout: 120_000,
          env: { NODE_ENV: 'test', AUTH_SECRET: 'a secret for tests, of no value to anybody' },
        },
      },
    ],
  },
})
