import type { Contender, Operation } from './operations.ts'
import type { Times } from './times.ts'

export type Measure = { rps: number; p50: number; p99: number }
export type Measures = Record<Operation, Record<Contender, Measure[]>>

/** Without figures where it is measured to be known, and nothing is promised. */
type Target = { of: Contender; promise?: { atLeast: number; aim: number } }

/** What the product promises of itself, as shares of the requests a second of others. */
const TARGETS: Record<Operation, { name: string; targets: Target[] }> = {
  Q1: {
    name: 'Q1 results of a workshop',
    targets: [
      { of: 'postgraphile', promise: { atLeast: 2.8, aim: 3.5 } },
      { of: 'floor', promise: { atLeast: 0.54, aim: 0.8 } },
    ],
  },
  Q1S: {
    name: 'Q1 of 200 workshops in turn',
    targets: [{ of: 'postgraphile' }, { of: 'floor' }],
  },
  Q2: {
    name: 'Q2 board with 600 comments',
    targets: [
      { of: 'postgraphile', promise: { atLeast: 5.0, aim: 6.0 } },
      { of: 'floor', promise: { atLeast: 0.7, aim: 0.84 } },
    ],
  },
  Q2S: {
    name: 'Q2 of 20 workshops in turn',
    targets: [{ of: 'postgraphile' }, { of: 'floor' }],
  },
  Q3: {
    name: 'Q3 dashboard of 50 workshops',
    targets: [
      { of: 'postgraphile', promise: { atLeast: 2.0, aim: 2.3 } },
      { of: 'floor', promise: { atLeast: 0.79, aim: 0.9 } },
    ],
  },
  M1: {
    name: 'M1 a dot cast or taken back',
    targets: [
      { of: 'postgraphile', promise: { atLeast: 1.5, aim: 1.9 } },
      { of: 'floor', promise: { atLeast: 0.75, aim: 0.82 } },
    ],
  },
  P1: {
    name: 'P1 a partner copies all, by 50',
    targets: [{ of: 'postgraphile' }, { of: 'floor' }],
  },
}

const NAMES: Record<Contender, string> = { product: 'product', postgraphile: 'PostGraphile', floor: 'floor' }

/** The whole report as lines of text, and whether every target is met. */
export function report(
  measures: Measures,
  growth: { small: Measure[]; big: Measure[] },
): { lines: string[]; met: boolean } {
  const lines = [
    '',
    `${''.padEnd(32)}${['requests/s', 'p50 ms', 'p99 ms'].map((head) => head.padStart(11)).join('')}`,
  ]
  const verdicts: boolean[] = []
  for (const [operation, { name, targets }] of Object.entries(TARGETS) as [
    Operation,
    (typeof TARGETS)['Q1'],
  ][]) {
    lines.push(name)
    for (const contender of ['floor', 'product', 'postgraphile'] as const) {
      lines.push(row(NAMES[contender], middle(measures[operation][contender])))
    }
    for (const { of, promise } of targets) {
      const ratio = middle(measures[operation].product).rps / middle(measures[operation][of]).rps
      const words = `  ${ratio.toFixed(2)} of ${NAMES[of]}`
      if (promise === undefined) {
        lines.push(words)
        continue
      }
      const { atLeast, aim } = promise
      verdicts.push(ratio >= atLeast)
      lines.push(
        `${words.padEnd(32)}target ${atLeast.toFixed(2)}  aim ${aim.toFixed(2)}  ${verdict(ratio >= atLeast)}`,
      )
    }
    lines.push('')
  }
  const cost = middle(growth.small).rps / middle(growth.big).rps
  verdicts.push(cost <= 1.2)
  lines.push('Q1 of the product by number of votes', row('about 225 votes', middle(growth.small)))
  lines.push(row('80,000 votes', middle(growth.big)))
  lines.push(
    `  ${`costs ${cost.toFixed(2)} times as much`.padEnd(30)}target 1.20 at most   ${verdict(cost <= 1.2)}`,
    '',
  )
  return { lines, met: !verdicts.includes(false) }
}

/** How long searches take in the database. */
const SEARCH_TARGET = 50

/** What is timed in milliseconds, and how long 19 of 20 may take. */
const TIMED = {
  searches: { title: 'Searches through 200,000 texts', target: SEARCH_TARGET },
  charts: { title: 'A chart of 10,000 points', target: 500 },
  dashboards: { title: 'The dashboard at 200 projects', target: 500 },
}

/** Times as lines of text, and whether 19 of 20 are within the target. */
export function reportTimes(
  of: keyof typeof TIMED,
  times: readonly Times[],
): { lines: string[]; met: boolean } {
  const { title, target } = TIMED[of]
  const met = times.every(({ p95 }) => p95 < target)
  return {
    lines: [
      `${title.padEnd(43)}${'p50 ms'.padStart(11)}${'p95 ms'.padStart(11)}`,
      ...times.map(timesRow),
      `  ${''.padEnd(30)}target ${target} ms at most  ${verdict(met)}`,
      '',
    ],
    met,
  }
}

function timesRow({ name, p50, p95 }: Times): string {
  return `  ${name.padEnd(41)}${p50.toFixed(1).padStart(11)}${p95.toFixed(1).padStart(11)}`
}

function row(name: string, { rps, p50, p99 }: Measure): string {
  const cells = [Math.round(rps).toLocaleString('en-GB'), p50.toFixed(2), p99.toFixed(2)]
  return `  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(11)).join('')}`
}

function verdict(met: boolean): string {
  return met ? 'met' : 'MISSED'
}

/** The median of each figure over the rounds. */
function middle(of: readonly Measure[]): Measure {
  const median = (figures: number[]) =>
    figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
  return {
    rps: median(of.map(({ rps }) => rps)),
    p50: median(of.map(({ p50 }) => p50)),
    p99: median(of.map(({ p99 }) => p99)),
  }
}
