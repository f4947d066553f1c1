// npm test: every check there is, on a fresh clone too. Its last line says how it went.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale, generate } from './build.mjs'
import { findEmptyNames } from './check-names.mjs'
import { ensureChromium } from './chromium.mjs'
import { install } from './install.mjs'
import { fail, program, ROOT, runNode, Stop, say, seconds } from './run.mjs'
import { stopWithNpm } from './stop-with-npm.mjs'

const reports = mkdtempSync(join(tmpdir(), 'qlab-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }

/** Runs one stage and adds what it counts. Whatever it throws is one failure. */
async function stage(name, work) {
  const start = Date.now()
  say(`\n${name}`)
  const counts = await work().catch((error) => {
    say(error instanceof Stop ? error.message : String(error.stack))
    return { passed: 0, failed: 1, skipped: 0 }
  })
  for (const kind of Object.keys(total)) total[kind] += counts[kind]
  say(`  ${inWords(counts)} (${seconds(start)})`)
  return counts.failed === 0
}

/** A stage that passes or fails as a whole. */
async function check(name, work) {
  return stage(name, async () => {
    await work()
    return { passed: 1, failed: 0, skipped: 0 }
  })
}

async function tool(args) {
  const { code, output } = await runNode(args)
  if (code !== 0) throw new Stop(output)
}

async function refuseEmptyNames() {
  const found = await findEmptyNames()
  if (found.length > 0) throw new Stop(`These names do not say what is inside:\n${found.join('\n')}`)
}

async function rulesAndGraphql() {
  const report = join(reports, 'vitest.json')
  const args = [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { code, output } = await runNode([program('vitest'), ...args], { waiting: 'testing' })
  if (code !== 0) say(output)
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = readJson(report)
  const tests = testResults.flatMap((file) => file.assertionResults)
  // A file that cannot even be loaded has no tests to fail.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  )
  return honest(code, {
    passed: numPassedTests,
    failed: tests.filter(isFailed).length + broken.length,
    skipped: numPendingTests + numTodoTests,
  })
}

const isFailed = (test) => test.status === 'failed'

async function journeys() {
  await ensureChromium()
  const report = join(reports, 'playwright.json')
  const env = {
    CI: '1',
    JOURNEYS_PORT: String(await findFreePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  }
  const args = ['test', '--pass-with-no-tests', '--reporter=line,json']
  const { code, output } = await runNode([program('@playwright/test', 'playwright'), ...args], {
    env,
    waiting: 'walking the journeys',
  })
  if (code !== 0) say(output)
  const { stats } = readJson(report)
  // One that succeeds only sometimes does not succeed.
  return honest(code, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  })
}

/** A runner that ends badly without a failed test (an error outside of any test) has failed all the same. */
function honest(code, counts) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function findFreePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

async function test() {
  stopWithNpm()
  process.chdir(ROOT)
  await install()
  await check('Generated types', generate)
  await check('Types', () => tool([program('typescript', 'tsc'), '--noEmit']))
  await check('Style and import directions', () => tool([program('@biomejs/biome', 'biome'), 'check', '.']))
  await check('Unused code', () => tool([program('knip')]))
  await check('Names', refuseEmptyNames)
  await stage('Rules and GraphQL', rulesAndGraphql)
  const built = await check('Build', buildIfStale)
  if (built) await stage('Journeys in the browser', journeys)
  rmSync(reports, { recursive: true })
  say(`\n${inWords(total)}`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

await test().catch(fail)
