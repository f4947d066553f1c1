import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedRuns, medianOf, readRunChart } from '#domain/run-charts.ts'

const signalsOf = (values: readonly number[], baseline?: number) =>
  readRunChart(values, baseline).spans.map(({ signal, from, to }) => [signal, from, to])

test('Stevenson, Operations Management, chapter 10: a median of 36.5 and four runs above and below it', () => {
  expect(readRunChart([25, 29, 42, 40, 35, 38])).toMatchObject({ median: 36.5, runs: 4 })
})

test('Balestracci, Quality Digest, October 2008: sixteen points in runs of 7, 7, 1 and 1 are too few runs', () => {
  const values = [7, 8, 7, 9, 8, 7, 9, 1, 2, 1, 3, 2, 1, 2, 8, 1]
  expect(readRunChart(values)).toMatchObject({ runs: 4, useful: 16 })
  expect(signalsOf(values)).toContainEqual(['TOO_FEW_RUNS', 0, 15])
})

describe('the table of Perla, Provost and Murray (2011)', () => {
  test.each([
    [10, 3, 9],
    [13, 4, 11],
    [15, 5, 12],
    [20, 6, 16],
    [24, 8, 18],
    [30, 11, 21],
    [40, 15, 27],
    [50, 19, 33],
    [60, 24, 38],
  ])('%i points off the median: %i to %i runs', (useful, fewest, most) => {
    expect(expectedRuns(useful)).toEqual({ fewest, most })
  })

  // The table is made from theirs for two halves of equal size, at 2.5% on either side, and its authors have filled in the
  // odd rows: a row that was mistyped would be further off.
  test('keeps within a run of Swed and Eisenhart (1943), Annals of Mathematical Statistics 14:66-87', () => {
    for (let useful = 10; useful <= 60; useful += 1) {
      const printed = expectedRuns(useful)
      const exact = likelyRuns(useful)
      expect([useful, Math.abs((printed?.fewest ?? 0) - exact.fewest) <= 1]).toEqual([useful, true])
      expect([useful, Math.abs((printed?.most ?? 0) - exact.most) <= 1]).toEqual([useful, true])
    }
    expect(expectedRuns(10)).toEqual(likelyRuns(10))
    expect(expectedRuns(60)).toEqual(likelyRuns(60))
  })

  test('has no row under ten points or over sixty, so the number of runs is not judged there', () => {
    expect([9, 61, 10_000].map(expectedRuns)).toEqual([null, null, null])
  })

  test('ten points that change sides each time are too many runs', () => {
    expect(signalsOf([1, 9, 1, 9, 1, 9, 1, 9, 1, 9])).toEqual([['TOO_MANY_RUNS', 0, 9]])
  })
})

describe('a shift', () => {
  test('is six points in a row on one side, and points on the median are skipped', () => {
    const values = [1, 1, 5, 1, 1, 1, 5, 1, 9, 8, 9, 8, 9, 8]
    expect(readRunChart(values).median).toBe(5)
    expect(signalsOf(values).filter(([signal]) => signal === 'SHIFT')).toEqual([
      ['SHIFT', 0, 7],
      ['SHIFT', 8, 13],
    ])
  })

  test('is not five points in a row', () => {
    const values = [1, 2, 1, 2, 1, 9, 8, 9, 8, 9]
    expect(signalsOf(values).filter(([signal]) => signal === 'SHIFT')).toEqual([])
  })
})

describe('a trend', () => {
  test('is five points all rising, and of equal neighbours one counts', () => {
    const values = [5, 1, 2, 2, 3, 4, 5, 1, 6, 2, 6, 1]
    expect(signalsOf(values)).toContainEqual(['TREND', 1, 6])
  })

  test('is five points all falling', () => {
    const values = [3, 9, 8, 7, 6, 5, 9, 3, 9, 3, 9]
    expect(signalsOf(values)).toContainEqual(['TREND', 1, 5])
  })

  test('is not four points', () => {
    const values = [5, 1, 2, 3, 4, 1, 5, 1, 5, 1, 5]
    expect(signalsOf(values).filter(([signal]) => signal === 'TREND')).toEqual([])
  })
})

test('under ten points nothing is judged', () => {
  expect(signalsOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([])
  expect(signalsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).not.toEqual([])
})

test('a locked baseline keeps its median, whatever comes after', () => {
  expect(readRunChart([1, 2, 3, 9, 9, 9, 9, 9, 9, 9], 3).median).toBe(2)
})

describe('for any values', () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 70 })

  test('as many lie above the median as below it', () => {
    fc.assert(
      fc.property(values, (some) => {
        const median = medianOf(some)
        const half = some.length / 2
        expect(some.filter((value) => value < median).length).toBeLessThanOrEqual(half)
        expect(some.filter((value) => value > median).length).toBeLessThanOrEqual(half)
      }),
    )
  })

  test('upside down, the same points meet the same rules from the other side', () => {
    fc.assert(
      fc.property(values, (some) => {
        const [up, down] = [readRunChart(some), readRunChart(some.map((value) => -value))]
        expect(down.spans.map((span) => ({ ...span, side: 0 - span.side }))).toEqual(
          up.spans.map((span) => ({ ...span, side: span.side + 0 })),
        )
      }),
    )
  })
})

/** How many runs two halves of so many points give, but for the 2.5% with the fewest and the 2.5% with the most. */
function likelyRuns(useful: number): { fewest: number; most: number } {
  const [above, below] = [Math.floor(useful / 2), Math.ceil(useful / 2)]
  const upTo = (runs: number) =>
    Array.from({ length: runs }, (_, at) => chanceOf(at + 1, above, below)).reduce((sum, one) => sum + one, 0)
  let [fewest, most] = [2, useful]
  while (upTo(fewest) <= 0.025) fewest += 1
  while (1 - upTo(most - 1) <= 0.025) most -= 1
  return { fewest, most }
}

function chanceOf(runs: number, above: number, below: number): number {
  const [fewer, more] = [Math.floor(runs / 2), Math.ceil(runs / 2)]
  const ways = (a: number, b: number) => choose(above - 1, a - 1) * choose(below - 1, b - 1)
  return (ways(fewer, more) + ways(more, fewer)) / choose(above + below, above)
}

function choose(all: number, some: number): number {
  let ways = some < 0 ? 0 : 1
  for (let at = 1; at <= some; at += 1) ways = (ways * (all - some + at)) / at
  return ways
}
