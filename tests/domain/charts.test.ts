import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartSentence } from '#domain/chart-words.ts'
import { type Charted, drawChart, thinPoints } from '#domain/charts.ts'
import { addDays } from '#domain/dates.ts'

const QUIET = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11]
const pointsOf = (values: readonly number[]) =>
  values.map((value, at) => ({ id: `p${at}`, day: addDays('2026-01-01', at), value }))
const measure = (given: Partial<Charted> = {}): Charted => ({
  direction: 'UP',
  target: null,
  baselinePoints: null,
  ...given,
})

test('there is no chart without points, a run chart under twelve, and an XmR chart from twelve on', () => {
  const kinds = [0, 1, 11, 12].map((count) => drawChart(measure(), pointsOf(QUIET.slice(0, count)), []).kind)
  expect(kinds).toEqual(['NONE', 'RUN', 'RUN', 'XMR'])
  expect(drawChart(measure(), pointsOf(QUIET), [], 'RUN').kind).toBe('RUN')
})

test('a run chart under ten points says that nothing is judged yet', () => {
  const chart = drawChart(measure(), pointsOf([1, 2, 3, 4, 5, 6, 7]), [])
  expect(chart.reason).toBe('Nothing is judged under ten points. There are seven so far.')
  expect(chart.signals).toEqual([])
  expect(drawChart(measure(), pointsOf(QUIET.slice(0, 10)), []).reason).toBeNull()
})

describe('the variation of the latest point', () => {
  const latest = (values: readonly number[], direction: Charted['direction']) =>
    drawChart(measure({ direction, baselinePoints: 12 }), pointsOf([...QUIET, ...values]), []).variation

  test.each([
    [[10], 'UP', 'COMMON_CAUSE'],
    [[16], 'UP', 'IMPROVEMENT_HIGH'],
    [[16], 'DOWN', 'CONCERN_HIGH'],
    [[4], 'UP', 'CONCERN_LOW'],
    [[4], 'DOWN', 'IMPROVEMENT_LOW'],
    [[16], 'NONE', 'NEITHER_HIGH'],
    [[4], 'NONE', 'NEITHER_LOW'],
    [[16, 10], 'UP', 'COMMON_CAUSE'],
  ] as const)('%j with %s: %s', (values, direction, variation) => {
    expect(latest(values, direction)).toBe(variation)
  })
})

// Limits at 4.68 and 15.32.
describe('the assurance of a target', () => {
  test.each([
    ['UP', 4, 'WILL_HIT'],
    ['UP', 16, 'WILL_MISS'],
    ['UP', 10, 'HIT_AND_MISS'],
    ['DOWN', 16, 'WILL_HIT'],
    ['DOWN', 4, 'WILL_MISS'],
    ['NONE', 4, null],
    ['UP', null, null],
  ] as const)('%s to %s: %s', (direction, target, assurance) => {
    expect(drawChart(measure({ direction, target }), pointsOf(QUIET), []).assurance).toBe(assurance)
  })
})

describe('a declared baseline', () => {
  const after = [19, 21, 19, 21, 19, 21, 19, 21, 19, 21, 19, 21]
  const points = pointsOf([...QUIET, ...after])
  const baseline = { fromDay: '2026-01-13', lockedPoints: null }

  test('starts a new mean and new limits from its day', () => {
    const { segments, signals } = drawChart(measure(), points, [baseline])
    expect(segments.map(({ centre, fromDay, points: count }) => [centre, fromDay, count])).toEqual([
      [10, '2026-01-01', 12],
      [20, '2026-01-13', 12],
    ])
    expect(signals).toEqual([])
  })

  test('with few points has provisional lines, by which nothing is judged', () => {
    const chart = drawChart(measure({ target: 4 }), points.slice(0, 16), [baseline])
    expect(chart.segments.map(({ provisional }) => provisional)).toEqual([false, true])
    expect([chart.variation, chart.assurance]).toEqual([null, null])
    expect(chart.reason).toBe(
      'There are four points since the baseline of 13 January 2026. Nothing is judged by it under 12.',
    )
  })

  test('changes nothing before points come', () => {
    const chart = drawChart(measure(), points.slice(0, 12), [{ fromDay: '2026-06-01', lockedPoints: null }])
    expect(chart.segments).toHaveLength(1)
  })

  test('without it the same points are a shift on either side', () => {
    const { signals } = drawChart(measure(), points, [])
    expect(signals.filter(({ signal }) => signal === 'SHIFT').map(({ effect }) => effect)).toEqual([
      'CONCERN',
      'IMPROVEMENT',
    ])
  })
})

test('a locked baseline judges what comes after by its own lines', () => {
  const chart = drawChart(measure({ baselinePoints: 12 }), pointsOf([...QUIET, 30, 30]), [])
  expect(chart.segments).toMatchObject([{ counted: 12, points: 14, centre: 10 }])
  expect(chart.points.slice(-2).map(({ effect }) => effect)).toEqual(['IMPROVEMENT', 'IMPROVEMENT'])
})

test('a chart says in words what it shows', () => {
  const chart = drawChart(measure({ target: 4 }), pointsOf(QUIET), [])
  expect(chartSentence(chart, { title: 'Hours slept', unit: 'hours' })).toBe(
    'XmR chart of Hours slept: 12 points, 1 to 12 January 2026. The latest value is 11 hours. The mean is 10 hours, and its limits are 4.68 hours and 15.32 hours. Common cause variation: no significant change. As things are, the target will be hit.',
  )
})

test('thinned points are at most as many as asked for, in their order, and keep the extremes and the ends', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 500 })
  fc.assert(
    fc.property(values, fc.integer({ min: 8, max: 200 }), (some, most) => {
      const points = pointsOf(some)
      const thinned = thinPoints(points, most)
      expect(thinned.length).toBeLessThanOrEqual(most)
      expect(thinned).toEqual(points.filter((point) => thinned.includes(point)))
      expect([thinned[0], thinned.at(-1)]).toEqual([points[0], points.at(-1)])
      expect(Math.max(...thinned.map(({ value }) => value))).toBe(Math.max(...some))
      expect(Math.min(...thinned.map(({ value }) => value))).toBe(Math.min(...some))
    }),
    { numRuns: 50 },
  )
})
