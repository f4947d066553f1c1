import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Replaces a module or a function for the whole process, or sets its environment. Waiting does neither. */
const ALTERS_THE_PROCESS = /\bvi\.(?!waitFor\b)|Object\.assign\(process\.env/

/** The test files that do so, or let a file of tests/support do it. */
const ALONE = readdirSync(new URL('tests/graphql', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `tests/graphql/${name}`)
  .filter((path) => [path, ...supportOf(path)].some((one) => ALTERS_THE_PROCESS.test(read(one))))

export default defineConfig({
  // As Node itself resolves packages: with Vite's own order there would be two copies of graphql, and neither knows the other's objects.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    environment: 'node',
    maxWorkers: 2,
    // A busy machine is no reason to fail.
    testTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'domain', isolate: false, include: ['tests/domain/**/*.test.ts'] } },
      // Reading the whole contract takes each file that begins anew seconds: these share a process, as requests do.
      {
        extends: true,
        test: {
          ...graphql('graphql'),
          isolate: false,
          include: ['tests/graphql/**/*.test.ts'],
          exclude: ALONE,
        },
      },
      { extends: true, test: { ...graphql('graphql-alone'), include: ALONE } },
    ],
  },
})

function graphql(name: string) {
  return {
    name,
    globalSetup: 'tests/support/global-setup.ts',
    hookTimeout: 120_000,
    env: {
      NODE_ENV: 'test' as const,
      AUTH_SECRET: 'a secret for tests, of no value to anybody',
      BALLOT_KEYS_DIR: join(tmpdir(), `qlab-test-ballot-keys-${process.pid}`),
    },
  }
}

function supportOf(path: string): string[] {
  return [...read(path).matchAll(/'#(tests\/support\/[\w-]+\.ts)'/g)].flatMap(([, name]) => name ?? [])
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}
