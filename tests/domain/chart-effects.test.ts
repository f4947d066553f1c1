import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VARIATION_WORDS } from '#domain/chart-words.ts'
import { type Chart, type Charted, drawChart } from '#domain/charts.ts'
import { addDays } from '#domain/dates.ts'

const QUIET = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11]
const ACROSS = [13, 12.5, 12, 11, 10.5, 9.5, 8.5]
const ABOVE = [14.8, 13.4, 13.1, 12.5, 11.8, 11.1, 10.4]

function chartOf(values: readonly number[], direction: Charted['direction'], kind?: 'RUN'): Chart {
  const points = values.map((value, at) => ({ id: `p${at}`, day: addDays('2025-01-01', 7 * at), value }))
  return drawChart({ direction, target: null, baselinePoints: 12 }, points, [], kind)
}

/** What each rule that is met means, and what its own points mean. */
function effectsOf(chart: Chart, signal: string) {
  return chart.signals
    .filter((met) => met.signal === signal)
    .map(({ fromDay, toDay, effect }) => ({
      effect,
      points: new Set(
        chart.points.filter(({ day }) => day >= fromDay && day <= toDay).map((point) => point.effect),
      ),
    }))
}

test('a falling trend across the mean is a concern in all its points where more is better, in both charts', () => {
  for (const kind of [undefined, 'RUN'] as const) {
    const chart = chartOf([...QUIET, ...ACROSS], 'UP', kind)
    expect(effectsOf(chart, 'TREND')).toEqual([{ effect: 'CONCERN', points: new Set(['CONCERN']) }])
  }
  expect(chartOf([...QUIET, ...ACROSS], 'UP').variation).toBe('CONCERN_LOW')
})

test('a falling trend above the mean is an improvement in all its points where less is better', () => {
  const chart = chartOf([...QUIET, ...ABOVE], 'DOWN')
  expect(effectsOf(chart, 'TREND')).toEqual([{ effect: 'IMPROVEMENT', points: new Set(['IMPROVEMENT']) }])
  expect(chart.variation).toBe('IMPROVEMENT_LOW')
})

test('a shift and a trend that disagree are both named, and the trend decides what their common points mean', () => {
  const chart = chartOf([9, 11, 9, 11, 9, 11, 15, 14, 13, 12, 11.5, 11.2], 'UP', 'RUN')
  const named = chart.signals.map(({ signal, effect, points }) => [signal, effect, points])
  expect(named[0]).toEqual(['TREND', 'CONCERN', 6])
  expect(named).toContainEqual(['SHIFT', 'IMPROVEMENT', 6])
  expect(chart.points.slice(6).map(({ effect }) => effect)).toEqual(Array(6).fill('CONCERN'))
})

test('equal values, and one change after them, mean what they meant', () => {
  expect(chartOf(Array(15).fill(5), 'UP')).toMatchObject({ signals: [], variation: 'COMMON_CAUSE' })
  const changed = chartOf([...Array(14).fill(5), 6], 'UP')
  expect(changed.signals).toMatchObject([{ signal: 'OUTSIDE_LIMITS', effect: 'IMPROVEMENT' }])
  expect(changed.variation).toBe('IMPROVEMENT_HIGH')
})

const PRECEDENCE = ['TREND', 'OUTSIDE_LIMITS', 'SHIFT', 'TWO_OF_THREE']
const WAY = { UP: { IMPROVEMENT: 'HIGH', CONCERN: 'LOW' }, DOWN: { IMPROVEMENT: 'LOW', CONCERN: 'HIGH' } }

test('point, signal, icon and words of any chart agree', () => {
  const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 12, maxLength: 40 })
  const direction = fc.constantFrom('UP' as const, 'DOWN' as const, 'NONE' as const)
  fc.assert(
    fc.property(values, direction, fc.constantFrom(undefined, 'RUN' as const), (some, way, kind) => {
      const chart = chartOf(some, way, kind)
      for (const { day, signals, effect } of chart.points) {
        const first = PRECEDENCE.find((signal) => signals.some((met) => met === signal))
        const deciding = chart.signals.filter(
          (met) => met.signal === first && met.fromDay <= day && met.toDay >= day,
        )
        if (first === undefined) expect(effect).toBeNull()
        // Where a falling trend turns into a rising one, the turning point belongs to both.
        else expect(deciding.map((met) => met.effect)).toContain(effect)
      }
      if (chart.variation === null) return
      const latest = chart.points.at(-1)?.effect ?? null
      const [effect, side] = chart.variation.split('_')
      if (latest === null) expect(chart.variation).toBe('COMMON_CAUSE')
      else expect(effect).toBe(latest)
      if (way !== 'NONE' && (latest === 'IMPROVEMENT' || latest === 'CONCERN'))
        expect(side).toBe(WAY[way][latest])
      if (latest !== null && latest !== 'NEITHER')
        expect(VARIATION_WORDS[chart.variation].toLowerCase()).toContain(latest.toLowerCase())
    }),
    { numRuns: 2000 },
  )
})
