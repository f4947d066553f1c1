// What a chart says, in sentences: for people who do not see it, and for those who do.
import type { Assurance, Chart, Effect, Variation } from './charts.ts'
import { formatDay, formatDayRange } from './dates.ts'
import { numberInWords, plural } from './numbers.ts'
import type { Signal } from './signals.ts'

export const VARIATION_WORDS: Record<Variation, string> = {
  COMMON_CAUSE: 'Common cause variation: no significant change',
  IMPROVEMENT_HIGH: 'Special cause: improvement, with higher values',
  IMPROVEMENT_LOW: 'Special cause: improvement, with lower values',
  CONCERN_HIGH: 'Special cause: concern, with higher values',
  CONCERN_LOW: 'Special cause: concern, with lower values',
  NEITHER_HIGH: 'Special cause: higher values, neither better nor worse',
  NEITHER_LOW: 'Special cause: lower values, neither better nor worse',
}

export const ASSURANCE_WORDS: Record<Assurance, string> = {
  WILL_HIT: 'As things are, the target will be hit',
  WILL_MISS: 'As things are, the target will be missed',
  HIT_AND_MISS: 'As things are, the target will be hit and missed at random',
}

export const EFFECT_WORDS: Record<Effect, string> = {
  IMPROVEMENT: 'Improvement',
  CONCERN: 'Concern',
  NEITHER: 'Change',
}

export const SIGNAL_WORDS: Record<Signal, string> = {
  OUTSIDE_LIMITS: 'Outside the limits',
  SHIFT: 'Shift to one side of the line',
  TREND: 'All rising or all falling',
  TWO_OF_THREE: 'Two of three near a limit, within it',
  TOO_FEW_RUNS: 'Too few runs for chance alone',
  TOO_MANY_RUNS: 'Too many runs for chance alone',
}

const VALUE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })
const LINE = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 })

/** A value as it was entered, with its unit: "12.5 minutes", "84%". */
export function valueInWords(value: number, unit: string): string {
  return withUnit(VALUE.format(value), unit)
}

/** A line that was worked out, to four figures. */
export function lineInWords(value: number, unit: string): string {
  return withUnit(LINE.format(value), unit)
}

/** Why a chart says less than it might; null when nothing holds it back. */
export function chartReason({
  kind,
  points,
  segments,
}: Pick<Chart, 'kind' | 'points' | 'segments'>): string | null {
  if (kind === 'NONE') return 'There are no points yet.'
  const latest = segments.at(-1)
  if (!latest?.provisional) return null
  const needed = kind === 'XMR' ? 12 : 10
  const under = `under ${numberInWords(needed)}`
  const [is, noun] = latest.points === 1 ? ['is', 'point'] : ['are', 'points']
  const count = `There ${is} ${numberInWords(latest.points)}`
  if (latest.points === points.length) return `Nothing is judged ${under} points. ${count} so far.`
  return `${count} ${noun} since the baseline of ${formatDay(latest.fromDay)}. Nothing is judged by it ${under}.`
}

/** What the chart shows, in a few sentences. */
export function chartSentence(chart: Chart, { title, unit }: { title: string; unit: string }): string {
  const { kind, points, segments, signals, variation, assurance, reason } = chart
  const [first, latest, lines] = [points[0], points.at(-1), segments.at(-1)]
  if (!first || !latest || !lines) return `${title}: there are no points yet.`
  const name = kind === 'XMR' ? 'XmR chart' : 'Run chart'
  const { lower, upper } = lines
  const limits =
    lower === null || upper === null
      ? ''
      : `, and its limits are ${lineInWords(lower, unit)} and ${lineInWords(upper, unit)}`
  return [
    `${name} of ${title}: ${plural(points.length, 'point')}, ${formatDayRange(first.day, latest.day)}.`,
    `The latest value is ${valueInWords(latest.value, unit)}.`,
    `The ${kind === 'XMR' ? 'mean' : 'median'} is ${lineInWords(lines.centre, unit)}${limits}.`,
    verdict(variation, kind, signals.length, reason),
    assurance === null ? null : `${ASSURANCE_WORDS[assurance]}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function verdict(
  variation: Variation | null,
  kind: Chart['kind'],
  signals: number,
  reason: string | null,
): string {
  if (variation !== null) return `${VARIATION_WORDS[variation]}.`
  if (reason !== null) return reason
  if (kind === 'RUN' && signals === 0) return 'No rule shows a change that is more than chance.'
  return `${plural(signals, 'rule is', 'rules are')} met, which is more than chance.`
}

function withUnit(figure: string, unit: string): string {
  if (unit === '') return figure
  return unit.startsWith('%') ? `${figure}${unit}` : `${figure} ${unit}`
}
