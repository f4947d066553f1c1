import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXmrChart } from '#domain/xmr-charts.ts'

const signalsOf = (values: readonly number[], baseline?: number) =>
  readXmrChart(values, baseline).spans.map(({ signal, from, to }) => [signal, from, to])

test('NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: the flow rates of ten batches', () => {
  const rates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
  const { mean, movingRange, lower, upper } = readXmrChart(rates)
  expect(mean).toBeCloseTo(50.81, 10)
  expect(movingRange).toBeCloseTo(1.8778, 4)
  // The handbook divides 3 by 1.128 and prints 45.8159 and 55.8041; the method rounds that factor to 2.66.
  expect(lower).toBeCloseTo(45.8159, 2)
  expect(upper).toBeCloseTo(55.8041, 2)
})

// Mean 10, moving ranges of 2 on average nearly: quiet enough that nothing is met.
const QUIET = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11]

test('quiet values meet no rule', () => {
  expect(readXmrChart(QUIET)).toMatchObject({
    mean: 10,
    movingRange: 2,
    lower: 4.68,
    upper: 15.32,
    spans: [],
  })
})

test('under twelve points there are limits, and nothing is judged by them', () => {
  expect(readXmrChart([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 90])).toMatchObject({ mean: 145 / 11, spans: [] })
})

describe('a point outside the limits', () => {
  test('is special, and one on a limit is not', () => {
    expect(signalsOf([...QUIET, 15.32], 12)).toEqual([])
    expect(signalsOf([...QUIET, 15.33], 12)).toEqual([['OUTSIDE_LIMITS', 12, 12]])
    expect(signalsOf([...QUIET, 4.67], 12)).toEqual([['OUTSIDE_LIMITS', 12, 12]])
  })

  test('of equal values is any other', () => {
    expect(signalsOf([...Array(12).fill(0.1), 0.2], 12)).toEqual([['OUTSIDE_LIMITS', 12, 12]])
  })
})

// As in the tests of NHSRplotthedots: six ones, then one on the other side; then eight ones.
describe('a shift', () => {
  test('is not six points on one side', () => {
    expect(signalsOf([...QUIET, 12, 12, 12, 12, 12, 9], 12)).toEqual([])
  })

  test('is seven points or more on one side, all of them', () => {
    expect(signalsOf([...QUIET.slice(0, 11), 9, 11, 12, 11, 12, 11, 12, 11, 12, 9], 12)).toEqual([
      ['SHIFT', 12, 19],
    ])
  })

  test('is broken by a point on the mean', () => {
    expect(signalsOf([...QUIET, 12, 11, 12, 10, 12, 11, 12, 11], 12)).toEqual([])
  })
})

// As in the tests of NHSRplotthedots (2, 1 to 7, 3), with the six points that the NHS guide counts where it counts seven.
describe('a trend', () => {
  test('is six points, each higher than the one before', () => {
    expect(signalsOf([...QUIET, 8, 9, 9.5, 10.5, 11, 12, 9], 12)).toEqual([['TREND', 12, 17]])
  })

  test('is not five, and of equal neighbours only the first counts', () => {
    expect(signalsOf([...QUIET, 8, 9, 9.5, 10.5, 11, 9], 12)).toEqual([])
    expect(signalsOf([...QUIET, 8, 9, 9.5, 9.5, 10.5, 11, 9], 12)).toEqual([])
    expect(signalsOf([...QUIET, 7, 8, 9, 9, 10.5, 11.5, 12.5], 12)).toEqual([['TREND', 12, 18]])
  })
})

// Limits at 4.68 and 15.32: the outer thirds begin at 6.4533 and 13.5467.
describe('two of three', () => {
  test('near one limit are special, with the third on their side of the mean', () => {
    const [span] = readXmrChart([...QUIET.slice(0, 11), 9, 14, 11, 14, 9], 11).spans
    expect(span).toMatchObject({ signal: 'TWO_OF_THREE', from: 12, to: 14, side: 1, only: [12, 14] })
  })

  test('are not a point outside the limits and one near them', () => {
    expect(signalsOf([...QUIET, 15.6, 14.2, 11, 9], 12)).toEqual([['OUTSIDE_LIMITS', 12, 12]])
  })

  test('do not count with the third on the other side of the mean, or near opposite limits', () => {
    expect(signalsOf([...QUIET, 14, 9, 14, 9], 12)).toEqual([])
    expect(signalsOf([...QUIET, 14, 6, 9], 12)).toEqual([])
  })
})

describe('for any values', () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 60 })

  test('the mean lies half way between the limits', () => {
    fc.assert(
      fc.property(values, (some) => {
        const { mean, lower, upper } = readXmrChart(some)
        expect(((lower ?? Number.NaN) + (upper ?? Number.NaN)) / 2).toBeCloseTo(mean, 8)
      }),
    )
  })

  test('adding the same to each meets the same rules', () => {
    fc.assert(
      fc.property(values, (some) => {
        expect(signalsOf(some.map((value) => value + 1000))).toEqual(signalsOf(some))
      }),
    )
  })
})
