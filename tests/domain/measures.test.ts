import { describe, expect, test } from 'vitest'
import { readDay } from '#domain/dates.ts'
import { planPoints } from '#domain/measure-imports.ts'
import { readValue, refuseBaselinePoints, refuseNewBaseline } from '#domain/measures.ts'

const planned = (pasted: string, held: Record<string, number> = {}) => {
  const plan = planPoints(pasted, new Map(Object.entries(held)))
  if ('code' in plan) throw new Error(plan.message)
  return plan
}

describe('a value', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e9, -1e12])('%d is refused', (value) => {
    expect(readValue(value)).toMatchObject({ ok: false, refusal: { code: 'BAD_USER_INPUT', field: 'value' } })
  })

  test('is rounded to six decimals, and there is one zero', () => {
    expect(readValue(1 / 3)).toEqual({ ok: true, value: 0.333333 })
    for (const value of [-0, -1e-9]) {
      const zero = readValue(value)
      expect(zero.ok && Object.is(zero.value, 0)).toBe(true)
    }
  })
})

test.each(['2026-02-30', '2026-13-01', '0000-01-01', '0017-07-13', '2206-01-01', 'today', ''])(
  'the day %j is refused',
  (day) => expect(readDay(day).ok).toBe(false),
)

test('a baseline is locked to 12 to 1,000 points, or not at all', () => {
  expect([null, 12, 1000].map((count) => refuseBaselinePoints(count))).toEqual([null, null, null])
  for (const count of [11, 0, -1, 12.5, 1001])
    expect(refuseBaselinePoints(count)?.code).toBe('BAD_USER_INPUT')
})

test('a new baseline starts after the first point, and not where one starts already', () => {
  const standing = { firstDay: '2026-01-01', baselineDays: ['2026-03-01'] }
  expect(refuseNewBaseline('2026-02-01', standing)).toBeNull()
  expect(refuseNewBaseline('2026-01-01', standing)?.code).toBe('NOT_ALLOWED_NOW')
  expect(refuseNewBaseline('2026-03-01', standing)?.code).toBe('NOT_ALLOWED_NOW')
  expect(refuseNewBaseline('2026-03-01', { firstDay: null, baselineDays: [] })?.code).toBe('NOT_ALLOWED_NOW')
})

describe('pasted points', () => {
  test.each([
    ['commas', '2026-01-01,12.5\n2026-01-02,13'],
    ['tabs, as a spreadsheet pastes them', '01/01/2026\t12.5\r\n02/01/2026\t13\r\n'],
    ['semicolons and a heading', 'Date;Value\n2026-01-01;12.5\n2026-01-02;13'],
    ['a heading in another order, with more columns', 'Notes,Value,Week\nx,12.5,1/1/2026\ny,13,2/1/2026'],
    ['quotes, a mark at the start and empty lines', '\uFEFF"2026-01-01","12.5"\n\n"2026-01-02",13,,\n'],
  ])('are read with %s', (_, pasted) => {
    expect(planned(pasted)).toMatchObject({
      points: [
        { day: '2026-01-01', value: 12.5 },
        { day: '2026-01-02', value: 13 },
      ],
      lines: 2,
      alreadyPresent: 0,
      refused: [],
    })
  })

  test('that stand there already add nothing, also twice in one paste', () => {
    const pasted = '2026-01-01,12.5\n2026-01-01,12.5\n2026-01-02,13'
    expect(planned(pasted, { '2026-01-01': 12.5 })).toMatchObject({
      points: [{ day: '2026-01-02', value: 13 }],
      alreadyPresent: 2,
      refused: [],
    })
  })

  test.each([
    ['2026-02-30,1', 'This day is not in the calendar. Enter a day such as 2026-02-28.'],
    [
      '12/31/2026,1',
      'This day is not in the calendar. Enter a day such as 2026-02-28. Here the month comes first: say below which order the dates have.',
    ],
    ['1 May,1', 'The day cannot be read. Write it as 2026-02-28 or 28/02/2026.'],
    ['1/1/26,1', 'The day cannot be read: write the year in full. Write it as 2026-02-28 or 28/02/2026.'],
    ['2026-01-01,', 'This line has no value.'],
    [
      '2026-01-01,12,5',
      'This line has more filled cells than a day and a value. Say below whether commas are decimals, or write decimals with a point.',
    ],
    [
      '2026-01-01;12,5',
      '“12,5” has a comma. Say below whether commas are decimals, or write decimals with a point.',
    ],
    ['2026-01-01,NaN', 'The value cannot be read. Write the number alone, decimals with a point: 12.5.'],
    [
      '2026-01-01,1e309',
      'This number has lost its last digits: 1e3 is how a spreadsheet shortens. Show it in full there.',
    ],
    ['2026-01-01,=1+1', 'The value cannot be read. Write the number alone, decimals with a point: 12.5.'],
    ['2026-01-05,1', '5 January 2026 already has the value 9. Correct that point if it is wrong.'],
  ])('%j: %s', (line, reason) => {
    const { points, refused } = planned(
      `2026-01-04,1\n${line}`.replace('2026-01-04,1\n2026-01-01;', '2026-01-04;1\n2026-01-01;'),
      {
        '2026-01-05': 9,
      },
    )
    expect(refused).toEqual([{ line: 2, code: 'BAD_USER_INPUT', reason }])
    expect(points).toEqual([{ day: '2026-01-04', value: 1 }])
  })

  test('with two values for one day are refused, with the number of the first line', () => {
    expect(planned('2026-01-01,1\n2026-01-01,2').refused).toEqual([
      {
        line: 2,
        code: 'BAD_USER_INPUT',
        reason: 'This day is also on line 1, with another value. Keep the right one.',
      },
    ])
  })

  test('are at most 10,000 lines, and at least one', () => {
    const lines = (count: number) => Array(count).fill('2026-01-01,1').join('\n')
    expect(planned(lines(10_000)).lines).toBe(10_000)
    for (const pasted of [lines(10_001), '', ' \n ', 'day,value', 'x'.repeat(600_000)]) {
      expect(planPoints(pasted, new Map())).toMatchObject({ code: 'BAD_USER_INPUT', field: 'text' })
    }
  })
})
