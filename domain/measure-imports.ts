// Points out of a spreadsheet: a day and a value a line. Every line is taken, counted as there already, or listed with its
// number and the reason it was refused.
import { formatDay, readDay } from './dates.ts'
import { MOST_POINTS, type NewPoint, readValue, refusePoint } from './measures.ts'
import { inFigures, plural } from './numbers.ts'
import { type LineRefusal, type Refusal, refusal } from './refusal.ts'
import {
  askForCommas,
  askForDayOrder,
  NOTHING_CHOSEN,
  readingOf,
  type SheetChoices,
  type SheetReading,
} from './sheet-readings.ts'
import { cellOf, readSheet, type SheetRules } from './spreadsheets.ts'
import { type DayOrder, type OrderOfDays, orderOfDays, readWrittenDay } from './written-days.ts'
import { ASK_FOR_COMMAS, readWrittenNumber } from './written-numbers.ts'

export type PointsPlan = {
  reading: SheetReading
  points: NewPoint[]
  lines: number
  alreadyPresent: number
  refused: LineRefusal[]
}

type Given = { unit?: string | null; choices?: SheetChoices }

const LONGEST = 500_000
const COLUMNS = {
  day: {
    label: 'Date',
    headings: [
      ['date'],
      [
        'day',
        'week',
        'month',
        'period',
        'week beginning',
        'week commencing',
        'week starting',
        'week ending',
        'w c',
      ],
      /\bdate$/,
    ],
    required: true,
  },
  value: {
    label: 'Value',
    headings: [
      ['value'],
      [
        'figure',
        'count',
        'number',
        'total',
        'result',
        'percent',
        'percentage',
        '%',
        'rate',
        'measure',
        'score',
        'y',
      ],
    ],
    required: true,
    mayBeTheLast: true,
  },
} as const

/** Reads lines against what the measure holds. The same lines a second time add nothing. */
export function planPoints(
  text: string,
  held: ReadonlyMap<string, number>,
  { unit = null, choices = NOTHING_CHOSEN }: Given = {},
): PointsPlan | Refusal {
  if (text.length > LONGEST) return tooMany()
  const sheet = readSheet(text, rulesFor(choices))
  if ('code' in sheet) return sheet
  const lines = sheet.rows.length + sheet.refused.length
  if (lines > MOST_POINTS) return tooMany()
  const written = sheet.rows.map((row) => ({
    line: row.line,
    text: cellOf(sheet, row, 'day'),
    value: cellOf(sheet, row, 'value'),
  }))
  const order = orderOfDays(written, choices.dayOrder)
  const sorted = sortPoints(written, held, { unit, order, choices })
  const refused = [...sheet.refused, ...sorted.refused].sort((a, b) => a.line - b.line)
  const commas = choices.commas !== null || refused.some(({ reason }) => reason.includes(ASK_FOR_COMMAS))
  // While lines speak against the order that was taken, no day is certain.
  const unsettled = order.against !== null && choices.dayOrder === null
  const asked = [
    ...(commas ? [askForCommas(choices.commas)] : []),
    ...(order.open ? [askForDayOrder(unsettled ? null : order.order)] : []),
  ]
  const facts = unsettled ? [] : factsOf(sorted.taken)
  const reading = readingOf(sheet, COLUMNS, { facts, choices: asked })
  return { reading, lines, points: sorted.points, alreadyPresent: sorted.alreadyPresent, refused }
}

type Written = { line: number; text: string; value: string }

function sortPoints(written: readonly Written[], held: ReadonlyMap<string, number>, given: Settled) {
  const points: NewPoint[] = []
  const refused: LineRefusal[] = []
  const seen = new Map<string, { line: number; value: number }>()
  for (const { line, text, value } of written) {
    const point = readPoint(text, value, given)
    const reason = typeof point === 'string' ? point : (standsTwice(point, seen) ?? refusePoint(point, held))
    if (reason !== null) refused.push({ line, code: 'BAD_USER_INPUT', reason })
    if (typeof point === 'string') continue
    if (reason === null && !held.has(point.day) && !seen.has(point.day)) points.push(point)
    if (!seen.has(point.day)) seen.set(point.day, { line, value: point.value })
  }
  const taken = [...seen].map(([day, { value }]) => ({ day, value }))
  return { points, refused, taken, alreadyPresent: written.length - refused.length - points.length }
}

const DECIMAL_COMMAS = `This line has more filled cells than a day and a value. ${ASK_FOR_COMMAS}`

function rulesFor(choices: SheetChoices): SheetRules<'day' | 'value'> {
  return {
    columns: COLUMNS,
    isData: (cells) => cells.some((cell) => readWrittenDay(cell).ok || /^\d{5}$/.test(cell)),
    mend: (cells, { value }, width) =>
      choices.commas === 'DECIMALS' ? joinDecimals(cells, value[0] ?? 1, width) : null,
    excess: (cells) => {
      const pairs = cells.filter((cell, at) => /^-?\d+$/.test(cell) && /^\d+$/.test(cells[at + 1] ?? ''))
      return pairs.length === 1 ? DECIMAL_COMMAS : null
    },
  }
}

// 12,5 between commas is two cells: the value's, and one that moved every cell after it by one place.
function joinDecimals(cells: readonly string[], at: number, width: number): string[] | null {
  const filled = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
  const [whole = '', decimals = ''] = filled.slice(at, at + 2)
  if (filled.length !== width + 1 || !/^[-−]?\d+$/.test(whole) || !/^\d+$/.test(decimals)) return null
  return [...filled.slice(0, at), `${whole},${decimals}`, ...filled.slice(at + 2)]
}

type Settled = { unit: string | null; order: OrderOfDays; choices: SheetChoices }

function readPoint(
  writtenDay: string,
  writtenValue: string,
  { unit, order, choices }: Settled,
): NewPoint | string {
  const day = readWrittenDay(writtenDay, order.order)
  if (!day.ok) return day.reason
  const known = readDay(day.day)
  if (!known.ok) return `${known.refusal.message}${hintOf(writtenDay, order.order)}`
  if (writtenValue === '') return 'This line has no value.'
  const number = readWrittenNumber(writtenValue, choices.commas)
  if (!number.ok) return number.reason
  if (number.percent && !isPercent(unit)) return NO_PERCENTAGE
  const value = readValue(number.value)
  return value.ok ? { day: known.value, value: value.value } : value.refusal.message
}

// A day that is in the calendar the other way round.
function hintOf(writtenDay: string, order: DayOrder): string {
  const [other, first]: [DayOrder, string] =
    order === 'DAY_FIRST' ? ['MONTH_FIRST', 'month'] : ['DAY_FIRST', 'day']
  const turned = readWrittenDay(writtenDay, other)
  if (!turned.ok || !readDay(turned.day).ok) return ''
  return ` Here the ${first} comes first: say below which order the dates have.`
}

const NO_PERCENTAGE =
  'This value is a percentage, and the measure’s unit is not. Write the number alone, or change the unit to %.'

function isPercent(unit: string | null): boolean {
  return unit !== null && /%|\bper ?cent\b|\bpercentage\b/i.test(unit)
}

function standsTwice(
  point: NewPoint,
  seen: ReadonlyMap<string, { line: number; value: number }>,
): string | null {
  const earlier = seen.get(point.day)
  if (earlier === undefined || earlier.value === point.value) return null
  return `This day is also on line ${inFigures(earlier.line)}, with another value. Keep the right one.`
}

function factsOf(points: readonly NewPoint[]) {
  const days = points.map(({ day }) => day).sort()
  const values = points.map(({ value }) => value)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    { label: 'First day', figure: formatDay(first) },
    { label: 'Last day', figure: formatDay(last) },
    { label: 'Lowest value', figure: String(values.reduce((a, b) => Math.min(a, b))) },
    { label: 'Highest value', figure: String(values.reduce((a, b) => Math.max(a, b))) },
  ]
}

function tooMany(): Refusal {
  return refusal(
    'BAD_USER_INPUT',
    `This is more than ${plural(MOST_POINTS, 'line')}. Paste them in parts.`,
    'text',
  )
}
