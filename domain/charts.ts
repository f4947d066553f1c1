import { chartReason } from './chart-words.ts'
import type { Direction } from './measures.ts'
import { RUN_CHART_POINTS, readRunChart } from './run-charts.ts'
import { SIGNALS, type Signal, type Span } from './signals.ts'
import { readXmrChart, XMR_CHART_POINTS } from './xmr-charts.ts'

export const CHART_KINDS = ['NONE', 'RUN', 'XMR'] as const
export type ChartKind = (typeof CHART_KINDS)[number]

/** What a signal means, by the direction in which the measure gets better. */
export const EFFECTS = ['IMPROVEMENT', 'CONCERN', 'NEITHER'] as const
export type Effect = (typeof EFFECTS)[number]

/** The variation icons of Making Data Count: what the latest point says. High is above the mean, or a rising trend. */
export const VARIATIONS = [
  'COMMON_CAUSE',
  'IMPROVEMENT_HIGH',
  'IMPROVEMENT_LOW',
  'CONCERN_HIGH',
  'CONCERN_LOW',
  'NEITHER_HIGH',
  'NEITHER_LOW',
] as const
export type Variation = (typeof VARIATIONS)[number]

/** Its assurance icons: what the target may expect as things are. */
export const ASSURANCES = ['WILL_HIT', 'WILL_MISS', 'HIT_AND_MISS'] as const
export type Assurance = (typeof ASSURANCES)[number]

export type Plotted = { id: string; day: string; value: number }
export type Baseline = { fromDay: string; lockedPoints: number | null }
export type Charted = { direction: Direction; target: number | null; baselinePoints: number | null }

/** `side` is that of the rule that decides the point's effect: above or rising (1), below or falling (-1). */
export type ChartPoint = Plotted & { signals: Signal[]; effect: Effect | null; side: number }
export type ChartSignal = { signal: Signal; fromDay: string; toDay: string; points: number; effect: Effect }

/** The lines of one baseline, and how many points they come from. */
export type ChartSegment = {
  fromDay: string
  toDay: string
  points: number
  counted: number
  centre: number
  lower: number | null
  upper: number | null
  /** Too few points to judge by. */
  provisional: boolean
  runs: number | null
  expectedRuns: { fewest: number; most: number } | null
}

export type Chart = {
  kind: ChartKind
  reason: string | null
  points: ChartPoint[]
  segments: ChartSegment[]
  signals: ChartSignal[]
  variation: Variation | null
  assurance: Assurance | null
}

/**
 * A run chart until there are twelve points, and an XmR chart from then on, unless a run chart is asked for. Each
 * declared baseline starts lines of its own, by which the points from its day on are judged.
 */
export function drawChart(
  measure: Charted,
  points: readonly Plotted[],
  baselines: readonly Baseline[],
  wanted: 'RUN' | 'XMR' = 'XMR',
): Chart {
  const enough = points.length >= XMR_CHART_POINTS
  const drawn = wanted === 'XMR' && enough ? 'XMR' : 'RUN'
  const kind = points.length === 0 ? 'NONE' : drawn
  const chart: Chart = {
    kind,
    reason: null,
    points: points.map((point) => ({ ...point, signals: [], effect: null, side: 0 })),
    segments: [],
    signals: [],
    variation: null,
    assurance: null,
  }
  for (const { from, to, lockedPoints } of stretchesOf(points, baselines, measure.baselinePoints)) {
    const values = points.slice(from, to).map(({ value }) => value)
    const { spans, ...lines } =
      kind === 'XMR' ? xmrLines(values, lockedPoints) : runLines(values, lockedPoints)
    const [fromDay, toDay] = [points[from]?.day ?? '', points[to - 1]?.day ?? '']
    const counted = Math.min(lockedPoints ?? values.length, values.length)
    chart.segments.push({ fromDay, toDay, points: values.length, counted, ...lines })
    for (const span of inOrder(spans)) mark(chart, span, from, measure.direction)
  }
  chart.variation = variationOf(chart)
  chart.assurance = assuranceOf(chart, measure)
  chart.reason = chartReason(chart)
  return chart
}

function stretchesOf(points: readonly Plotted[], baselines: readonly Baseline[], first: number | null) {
  const starts = [{ from: 0, lockedPoints: first }]
  for (const { fromDay, lockedPoints } of baselines.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1))) {
    const from = points.findIndex(({ day }) => day >= fromDay)
    // Until points come after its day, a baseline changes nothing.
    if (from >= 0) starts.push({ from, lockedPoints })
  }
  return starts
    .map((start, at) => ({ ...start, to: starts[at + 1]?.from ?? points.length }))
    .filter(({ from, to }) => to > from)
}

function xmrLines(values: readonly number[], lockedPoints: number | null) {
  const { mean, lower, upper, spans } = readXmrChart(values, lockedPoints ?? undefined)
  const provisional = values.length < XMR_CHART_POINTS
  return { centre: mean, lower, upper, provisional, runs: null, expectedRuns: null, spans }
}

function runLines(values: readonly number[], lockedPoints: number | null) {
  const { median, runs, expected, spans } = readRunChart(values, lockedPoints ?? undefined)
  const provisional = values.length < RUN_CHART_POINTS
  return { centre: median, lower: null, upper: null, provisional, runs, expectedRuns: expected, spans }
}

/**
 * Which rule decides what a point means, where several do: a trend first, by the way it goes. The others all say on which
 * side of the line the point lies, so that they never disagree with each other.
 */
const PRECEDENCE: readonly Signal[] = ['TREND', 'OUTSIDE_LIMITS', 'SHIFT', 'TWO_OF_THREE']

function inOrder(spans: readonly Span[]): Span[] {
  const place = ({ signal }: Span) =>
    PRECEDENCE.includes(signal) ? PRECEDENCE.indexOf(signal) : SIGNALS.length
  return spans.toSorted((a, b) => place(a) - place(b))
}

function mark(chart: Chart, span: Span, offset: number, direction: Direction): void {
  const { signal, side } = span
  const [first, last] = [chart.points[offset + span.from], chart.points[offset + span.to]]
  if (first === undefined || last === undefined) return
  const effect = effectOf(side, direction)
  const places = span.only ?? Array.from({ length: span.to - span.from + 1 }, (_, at) => span.from + at)
  chart.signals.push({ signal, fromDay: first.day, toDay: last.day, points: places.length, effect })
  if (signal === 'TOO_FEW_RUNS' || signal === 'TOO_MANY_RUNS') return
  for (const place of places) {
    const point = chart.points[offset + place]
    if (point === undefined) continue
    if (!point.signals.includes(signal)) point.signals.push(signal)
    if (point.effect === null) Object.assign(point, { effect, side })
  }
}

function effectOf(side: number, direction: Direction): Effect {
  if (direction === 'NONE' || side === 0) return 'NEITHER'
  return side > 0 === (direction === 'UP') ? 'IMPROVEMENT' : 'CONCERN'
}

function variationOf({ kind, points, segments }: Chart): Variation | null {
  const [latest, lines] = [points.at(-1), segments.at(-1)]
  if (kind !== 'XMR' || latest === undefined || lines === undefined || lines.provisional) return null
  if (latest.effect === null) return 'COMMON_CAUSE'
  return `${latest.effect}_${latest.side > 0 ? 'HIGH' : 'LOW'}`
}

function assuranceOf({ kind, segments }: Chart, { direction, target }: Charted): Assurance | null {
  const lines = segments.at(-1)
  if (kind !== 'XMR' || target === null || direction === 'NONE' || !lines || lines.provisional) return null
  const { lower, upper } = lines
  if (lower === null || upper === null || (target >= lower && target <= upper)) return 'HIT_AND_MISS'
  return target < lower === (direction === 'UP') ? 'WILL_HIT' : 'WILL_MISS'
}

/**
 * Fewer points for drawing, where a line shows no more: of every stretch its first, last, highest and lowest point, so
 * that nothing that stands out is lost.
 */
export function thinPoints<T extends { value: number }>(points: readonly T[], most: number): T[] {
  if (points.length <= most) return [...points]
  const size = Math.ceil((4 * points.length) / most)
  const kept = new Set<T>()
  for (let from = 0; from < points.length; from += size) {
    const some = points.slice(from, from + size)
    const byValue = some.toSorted((a, b) => a.value - b.value)
    const few = new Set([some[0], some.at(-1), byValue[0], byValue.at(-1)])
    for (const point of some) if (few.has(point)) kept.add(point)
  }
  return [...kept]
}
