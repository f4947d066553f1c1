// Points pasted out of a spreadsheet, or read from a CSV file: a day and a value a line. Every line is taken, counted as
// there already, or listed with its number and the reason it was refused.
import { withoutFormulaPrefix } from './csv.ts'
import { readDay } from './dates.ts'
import { MOST_POINTS, type NewPoint, readValue, refusePoint } from './measures.ts'
import { inFigures } from './numbers.ts'
import { type LineRefusal, type Refusal, refusal } from './refusal.ts'

export type PointsPlan = {
  points: NewPoint[]
  lines: number
  alreadyPresent: number
  refused: LineRefusal[]
}

type Row = { line: number; cells: string[] }

const LONGEST = 500_000
const SIGNS = ['\t', ';', ','] as const
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const BRITISH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/
const NAMES = {
  day: /^(day|date|week|month|period)\b/i,
  value: /^(value|figure|count|number|total|result)\b/i,
}

/** Reads pasted lines against what the measure holds. The same lines a second time add nothing. */
export function planPoints(pasted: string, held: ReadonlyMap<string, number>): PointsPlan | Refusal {
  const rows = readRows(pasted)
  if ('code' in rows) return rows
  const plan: PointsPlan = { points: [], lines: rows.length, alreadyPresent: 0, refused: [] }
  const seen = new Map<string, { line: number; value: number }>()
  for (const { line, cells } of rows) {
    const point = readCells(cells)
    const reason = typeof point === 'string' ? point : (standsTwice(point, seen) ?? refusePoint(point, held))
    if (typeof point === 'string' || reason !== null) {
      plan.refused.push({ line, code: 'BAD_USER_INPUT', reason: reason ?? '' })
    } else if (held.has(point.day) || seen.has(point.day)) plan.alreadyPresent += 1
    else plan.points.push(point)
    if (typeof point !== 'string' && !seen.has(point.day)) seen.set(point.day, { line, value: point.value })
  }
  return plan
}

/** Days as spreadsheets write them: 2026-02-28, or 28/02/2026 with the day first. */
export function readWrittenDay(written: string): string | null {
  const [, year = '', month = '', day = ''] = ISO.exec(written) ?? []
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const [, first = '', second = '', last = ''] = BRITISH.exec(written) ?? []
  return last === '' ? null : `${last}-${second.padStart(2, '0')}-${first.padStart(2, '0')}`
}

function readRows(pasted: string): Row[] | Refusal {
  if (pasted.length > LONGEST) return tooMany()
  const lines = pasted.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const written = lines.flatMap((text, at) => (text.trim() === '' ? [] : [{ text, line: at + 1 }]))
  const [first] = written
  if (first === undefined)
    return refusal('BAD_USER_INPUT', 'Paste at least one line with a day and a value.', 'text')
  const sign = SIGNS.find((mark) => first.text.includes(mark)) ?? ','
  const rows = written.map(({ text, line }) => ({ line, cells: text.split(sign).map(clean) }))
  const [head] = rows
  if (head === undefined || !isHeader(head.cells)) return rows.length > MOST_POINTS ? tooMany() : rows
  const places = placesOf(head.cells)
  const body = rows.slice(1).map(({ line, cells }) => ({ line, cells: pick(cells, places) }))
  if (body.length === 0) return refusal('BAD_USER_INPUT', 'There is a heading and no line below it.', 'text')
  return body.length > MOST_POINTS ? tooMany() : body
}

function clean(cell: string): string {
  const trimmed = cell.trim()
  const bare = /^"(.*)"$/.exec(trimmed)?.[1] ?? trimmed
  return withoutFormulaPrefix(bare).trim()
}

// A heading holds no figures; a first line with a wrong day or value does, and is named.
function isHeader(cells: readonly string[]): boolean {
  return cells.every((cell) => !/\d/.test(cell)) && cells.some((cell) => cell !== '')
}

function placesOf(cells: readonly string[]): { day: number; value: number } | null {
  const day = cells.findIndex((cell) => NAMES.day.test(cell))
  const value = cells.findIndex((cell) => NAMES.value.test(cell))
  return day >= 0 && value >= 0 ? { day, value } : null
}

function pick(cells: string[], places: { day: number; value: number } | null): string[] {
  return places === null ? cells : [cells[places.day] ?? '', cells[places.value] ?? '']
}

function readCells(cells: readonly string[]): NewPoint | string {
  const [writtenDay = '', writtenValue = '', ...rest] = cells
  if (rest.some((cell) => cell !== ''))
    return 'This line has more than a day and a value. Write decimals with a point.'
  const day = readWrittenDay(writtenDay)
  if (day === null) return 'The day cannot be read. Write it as 2026-02-28 or 28/02/2026.'
  const known = readDay(day)
  if (!known.ok) return known.refusal.message
  if (writtenValue === '') return 'This line has no value.'
  if (!NUMBER.test(writtenValue))
    return 'The value cannot be read. Write the number alone, decimals with a point: 12.5.'
  const value = readValue(Number(writtenValue))
  return value.ok ? { day: known.value, value: value.value } : value.refusal.message
}

function standsTwice(
  point: NewPoint,
  seen: ReadonlyMap<string, { line: number; value: number }>,
): string | null {
  const earlier = seen.get(point.day)
  if (earlier === undefined || earlier.value === point.value) return null
  return `This day is also on line ${inFigures(earlier.line)}, with another value. Keep the right one.`
}

function tooMany(): Refusal {
  const most = inFigures(MOST_POINTS)
  return refusal('BAD_USER_INPUT', `This is more than ${most} lines. Paste them in parts.`, 'text')
}
