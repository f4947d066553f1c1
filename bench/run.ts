import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import postgres from 'postgres'
import { compareAnswers } from './answers.ts'
import { timeCharts } from './charts.ts'
import { type Running, startContender } from './contenders.ts'
import { crawlVolley } from './crawl.ts'
import { timeDashboards } from './dashboards.ts'
import { openDataset } from './dataset/open.ts'
import { load } from './load.mjs'
import {
  boardVolley,
  CONNECTIONS,
  type Contender,
  dashboardVolley,
  findTargets,
  type Operation,
  resultsVolley,
  type Targets,
  type Volley,
  votesVolley,
} from './operations.ts'
import { type Measure, type Measures, report, reportTimes } from './report.ts'
import { timeSearches } from './searches.ts'

// The data set's keys have to be where the contenders look for them.
process.env.BALLOT_KEYS_DIR ??= '.data/bench/ballot-keys'

const CONTENDERS = ['floor', 'product', 'postgraphile'] as const
const OPERATIONS = ['Q1', 'Q1S', 'Q2', 'Q2S', 'Q3', 'P1', 'M1'] as const
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)
// As long as V8 takes to compile what is hot.
const WARM_UP = 6

/** Measures everything and prints the report; resolves to whether every target is met. */
export async function runBenchmark(say: (line: string) => void): Promise<boolean> {
  const database = await openDataset(say)
  const admin = postgres(Object.assign(new URL(database.adminUrl), { pathname: '/qlab' }).href, {
    max: 1,
    onnotice() {},
  })
  const running: Partial<Record<Contender, Running>> = {}
  const stop = async () => {
    await Promise.all(Object.values(running).map((one) => one.stop()))
    await admin.end()
    await database.stop()
  }
  process.once('SIGINT', () => stop().finally(() => process.exit(130)))
  process.once('SIGTERM', () => stop().finally(() => process.exit(143)))
  try {
    say('Starting the floor, the product and PostGraphile …')
    await admin.unsafe(readFileSync(new URL('postgraphile/schema.sql', import.meta.url), 'utf8'))
    await admin.unsafe(
      `grant usage on schema peer to qlab; grant select on all tables in schema peer to qlab`,
    )
    for (const name of CONTENDERS) running[name] = await startContender(name, database.url)
    say(circumstances())
    const searches = reportTimes('searches', await timeSearches(database.url))
    const { lines, met } = await measureAll(running as Record<Contender, Running>, admin, say)
    const { administrator } = await findTargets(admin)
    const as = { url: running.product?.url ?? '', personId: administrator }
    const charts = reportTimes('charts', await timeCharts(admin, as))
    const dashboards = reportTimes('dashboards', await timeDashboards(admin, as))
    for (const line of [...lines, ...searches.lines, ...charts.lines, ...dashboards.lines]) say(line)
    return met && searches.met && charts.met && dashboards.met
  } finally {
    await stop()
  }
}

async function measureAll(
  running: Record<Contender, Running>,
  admin: postgres.Sql,
  say: (line: string) => void,
) {
  const targets = await findTargets(admin)
  const clear = () => clearBallots(admin)
  await clear()
  const measures = {} as Measures
  for (const operation of OPERATIONS) {
    const volleys = operation === 'P1' ? await crawls(running) : volleysOf(operation, targets)
    const between = operation === 'M1' ? clear : async () => {}
    await compareAnswers(operation, running, volleys, between)
    say(`All three give the same answers to ${operation}. Measuring …`)
    const fire = async (name: Contender, seconds: number): Promise<Measure> => {
      const measure = await load(running[name].url, volleys[name], seconds)
      if (operation === 'M1') await expectDots(admin, volleys[name], measure.answered)
      await between()
      return measure
    }
    measures[operation] = await interleaved(CONTENDERS, fire)
  }
  const sizes = { small: targets.results.slice(0, 1), big: [targets.bigResult] }
  const growth = await interleaved(['small', 'big'] as const, (size, seconds) =>
    load(running.product.url, resultsVolley('product', sizes[size]), seconds),
  )
  return report(measures, growth)
}

async function crawls(running: Record<Contender, Running>): Promise<Record<Contender, Volley>> {
  const volleys = {} as Record<Contender, Volley>
  for (const name of CONTENDERS) volleys[name] = await crawlVolley(name, running[name].url)
  return volleys
}

function volleysOf(operation: Exclude<Operation, 'P1'>, targets: Targets): Record<Contender, Volley> {
  const of = (contender: Contender) => {
    const { results, boards } = targets
    if (operation === 'Q1') return resultsVolley(contender, results.slice(0, 1))
    if (operation === 'Q1S') return resultsVolley(contender, results)
    if (operation === 'Q2') return boardVolley(contender, boards.slice(0, 1))
    if (operation === 'Q2S') return boardVolley(contender, boards)
    return operation === 'Q3' ? dashboardVolley(contender, targets) : votesVolley(contender, targets)
  }
  return { product: of('product'), postgraphile: of('postgraphile'), floor: of('floor') }
}

/** Everybody in turn, round after round, each round beginning with another, so that what disturbs one disturbs all. */
async function interleaved<Name extends string>(
  names: readonly Name[],
  fire: (name: Name, seconds: number) => Promise<Measure>,
): Promise<Record<Name, Measure[]>> {
  const measures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Measure[]>
  for (const name of names) await fire(name, WARM_UP)
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]
      if (name !== undefined) measures[name].push(await fire(name, SECONDS))
    }
  }
  return measures
}

/** Every run of votes finds empty ballots and as much to write as the one before. */
async function clearBallots(admin: postgres.Sql): Promise<void> {
  await admin`
    delete from ballots b using rounds r, workshops w
    where r.id = b.round_id and w.id = r.workshop_id and w.slug like 'workshop-%'`
  await admin.unsafe('vacuum (analyze) ballots')
  await admin.unsafe('vacuum (analyze) dots')
  await admin.unsafe('checkpoint')
}

/** Throws unless the votes that were answered are the votes that are stored, but for those on the way at the end. */
async function expectDots(admin: postgres.Sql, volley: Volley, answered: readonly number[]): Promise<void> {
  const expected = volley.reduce((sum, own, connection) => {
    const at = (answered[connection] ?? 0) % own.length
    return sum + Math.min(at, own.length - at)
  }, 0)
  const [row] = await admin<{ stored: number }[]>`
    select count(*)::int as stored from dots d join rounds r on r.id = d.round_id join workshops w on w.id = r.workshop_id
    where w.slug like 'workshop-%'`
  if (Math.abs((row?.stored ?? 0) - expected) > 2 * volley.length)
    throw new Error(`${expected} dots should be stored, and ${row?.stored} are.`)
}

/** What a reader needs to know to compare the figures with others; a load above zero is somebody else's work. */
function circumstances(): string {
  const load = loadavg()[0]?.toFixed(1)
  return `Node ${process.versions.node}, ${cpus().length} processors (load ${load}), ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s`
}
