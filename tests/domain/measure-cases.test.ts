import { expect, test } from 'vitest'
import { planPoints } from '#domain/measure-imports.ts'
import { NOTHING_CHOSEN, type SheetChoices } from '#domain/sheet-readings.ts'
import { caseFile, casesOf, linesOf, readable } from '#tests/support/cases.ts'

const tested = new Set<string>()

function open(name: string) {
  tested.add(name)
  return caseFile(name)
}
const read = (name: string, more: { unit?: string; choices?: Partial<SheetChoices> } = {}) => {
  const choices = { ...NOTHING_CHOSEN, ...more.choices }
  const { points, ...plan } = readable(planPoints(open(name).text, new Map(), { unit: more.unit, choices }))
  return { ...plan, points: points.map(({ day, value }) => [day, value]) }
}

test.each([
  ['m-bom.csv', [['2026-01-01', 5.5]]],
  [
    'm-cr-only.csv',
    [
      ['2026-01-01', 5],
      ['2026-01-02', 6],
    ],
  ],
  ['m-nbsp.csv', [['2026-01-01', 12.5]]],
  ['m-unicode-minus.csv', [['2026-01-01', -12.5]]],
  ['m-dmy-dots.csv', [['2026-02-01', 5]]],
  ['m-datetime.csv', [['2026-01-01', 12.5]]],
  ['m-sep-line.csv', [['2026-01-01', 12.5]]],
  ['m-comma-rows.csv', [['2026-01-01', 5]]],
  [
    'm-trailing-columns.csv',
    [
      ['2026-01-01', 5],
      ['2026-01-02', 6],
    ],
  ],
  ['m-quoted-comma-note.csv', [['2026-01-01', 12.5]]],
  ['m-quoted-comma-digits.csv', [['2026-01-01', 12.5]]],
  [
    'm-quoted-shift.csv',
    [
      ['2026-01-01', 12.5],
      ['2026-01-08', 12.5],
    ],
  ],
  ['m-quoted-newline.tsv', [['2026-01-01', 12.5]]],
  ['m-digit-heading.csv', [['2026-01-01', 97.5]]],
  [
    'm-wrong-column.csv',
    [
      ['2026-01-01', 97.5],
      ['2026-02-01', 96.1],
    ],
  ],
  [
    'm-week-number.csv',
    [
      ['2026-01-05', 97.5],
      ['2026-01-12', 96],
    ],
  ],
  ['measure-weekday-first.csv', [['2026-01-05', 5]]],
  ['measure-month-to-date.csv', [['2026-01-01', 5]]],
])('%s is read', (name, points) => {
  expect(read(name)).toMatchObject({ points, refused: [] })
})

test('decimal commas are refused and offered, and read once somebody has said so', () => {
  const asked = read('m-decimal-comma-heading.csv')
  expect([asked.points, linesOf(asked.refused)]).toEqual([[], [2, 3]])
  expect(asked.reading.choices).toMatchObject([{ question: 'COMMAS', taken: null }])
  const chosen = read('m-decimal-comma-heading.csv', { choices: { commas: 'DECIMALS' } })
  expect(chosen.points).toEqual([
    ['2026-01-01', 12.5],
    ['2026-02-01', 13.7],
  ])
  expect(chosen.reading.choices).toMatchObject([{ question: 'COMMAS', taken: 'DECIMALS' }])
})

test('a percentage is taken where the unit is one', () => {
  expect(read('m-percent.csv', { unit: '%' }).points).toEqual([['2026-02-01', 12.5]])
  expect(read('m-percent.csv', { unit: 'minutes' }).refused[0]?.reason).toContain('percentage')
})

test('the order of day and month is shown, and can be turned', () => {
  const shown = read('m-us-dates.csv')
  expect(shown.reading.choices).toMatchObject([{ question: 'DAY_ORDER', taken: 'DAY_FIRST' }])
  expect(shown.reading.facts.slice(0, 2).map(({ figure }) => figure)).toEqual([
    '1 January 2026',
    '4 January 2026',
  ])
  const turned = read('m-us-dates.csv', { choices: { dayOrder: 'MONTH_FIRST' } })
  expect(turned.reading.facts[1]?.figure).toBe('1 April 2026')
})

test('a line that can only have the month first has the order asked, and no half is read the other way', () => {
  const asked = read('m-us-dates-mixed.csv')
  expect(asked.reading).toMatchObject({ choices: [{ question: 'DAY_ORDER', taken: null }], facts: [] })
  expect(asked.refused).toMatchObject([{ line: 4, reason: expect.stringContaining('month comes first') }])
  const turned = read('m-us-dates-mixed.csv', { choices: { dayOrder: 'MONTH_FIRST' } })
  expect(turned.points).toEqual([
    ['2026-01-01', 5],
    ['2026-01-08', 6],
    ['2026-01-15', 7],
  ])
  expect(linesOf(read('m-us-dates-mixed.csv', { choices: { dayOrder: 'DAY_FIRST' } }).refused)).toEqual([4])
})

test.each([
  ['m-serial.csv', 1],
  ['m-month.csv', 2],
])('%s says what a day looks like', (name, line) => {
  const reason = expect.stringContaining('Write it as 2026-02-28 or 28/02/2026.')
  expect(read(name)).toMatchObject({ points: [], refused: [{ line, reason }] })
})

test('every case has its test', () => {
  expect(casesOf('m', 'measure').filter((name) => !tested.has(name))).toEqual([])
})
