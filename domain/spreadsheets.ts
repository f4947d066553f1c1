// The one reader of everything that comes from a spreadsheet. It says what it understood, and every line is either a row or
// listed with the reason why it is none.
import { inFigures, plural } from './numbers.ts'
import { type LineRefusal, type Refusal, refusal } from './refusal.ts'
import {
  type ColumnRules,
  entriesOf,
  matchColumns,
  type Places,
  placesByOrder,
} from './spreadsheet-columns.ts'
import {
  DELIMITERS,
  NO_DELIMITER,
  type RecordFault,
  readSepLine,
  type SheetRow,
  sliceRows,
} from './spreadsheet-records.ts'

/** What one import reads out of a spreadsheet. */
export type SheetRules<Key extends string> = {
  columns: ColumnRules<Key>
  /** The order of the columns where no heading says it; that of the rules unless stated. */
  withoutHeading?: readonly NoInfer<Key>[]
  /** Whether a first line is data, whatever its words: a heading holds no address and no day. */
  isData?: (cells: readonly string[]) => boolean
  /** Joins cells that a delimiter inside a value has cut apart; null where they are none. */
  mend?: (cells: readonly string[], places: Places<Key>, width: number) => string[] | null
  /** Why a line with more filled cells than there are columns is refused. */
  excess?: (cells: readonly string[]) => string | null
  /** Without a heading any number of cells is handed on: addresses as mail programs write them. */
  looseWithoutHeading?: boolean
}

export type SheetColumn<Key extends string> = { heading: string; readAs: Key | null }

/** A spreadsheet as it was understood. */
export type Sheet<Key extends string> = {
  delimiter: string | null
  headingLine: number | null
  columns: SheetColumn<Key>[]
  places: Places<Key>
  rows: SheetRow[]
  refused: LineRefusal[]
}

const SAMPLE = 12_000
const HEADING_WITHIN = 10
const UNREADABLE = /[\ufffd\p{Cs}]|(?![\n\r\t])\p{Cc}/u
const OVERRIDES = /[\u202d\u202e]/

/** Reads the whole at once: for what fits into one request. */
export function readSheet<Key extends string>(text: string, rules: SheetRules<Key>): Sheet<Key> | Refusal {
  return finish(readSheetInSlices(text, rules))
}

/** Reads a spreadsheet, and pauses after each slice so that whoever waits for the same process gets a turn. */
export function* readSheetInSlices<Key extends string>(
  text: string,
  rules: SheetRules<Key>,
): Generator<void, Sheet<Key> | Refusal> {
  const sep = readSepLine(text)
  const from = sep?.from ?? 0
  const delimiter = sep?.delimiter ?? detectDelimiter(text, rules)
  const start = startOf(text, delimiter, from, rules)
  if ('code' in start) return start
  const rows: SheetRow[] = []
  const refused: LineRefusal[] = []
  let widest = start.headings?.length ?? 0
  // Under a single heading a line is one cell, whatever signs it holds.
  const cut = start.headings?.length === 1 ? NO_DELIMITER : delimiter
  for (const slice of sliceRows(text, cut, from)) {
    const lines = [
      ...slice.faults,
      ...slice.rows.flatMap((row) => (row.line === start.headingLine ? [] : [placed(row, start, rules)])),
    ]
    for (const line of lines) {
      if ('reason' in line) refused.push({ line: line.line, code: 'BAD_USER_INPUT', reason: line.reason })
      else {
        rows.push(line)
        widest = Math.max(widest, line.cells.length)
      }
    }
    yield
  }
  if (rows.length + refused.length === 0) return nothingIn(start, rules)
  return {
    delimiter: widest > 1 ? delimiter : null,
    headingLine: start.headingLine,
    columns: columnsOf(start, rules, widest),
    places: start.places,
    rows,
    refused: refused.sort((a, b) => a.line - b.line),
  }
}

/** Runs what pauses between slices to its end. */
export function finish<Result>(slices: Generator<void, Result>): Result {
  for (;;) {
    const { value, done } = slices.next()
    if (done) return value
  }
}

/** What a row has in a column; empty where the column is not there. */
export function cellOf<Key extends string>({ places }: Sheet<Key>, { cells }: SheetRow, key: Key): string {
  return cells[places[key][0] ?? -1] ?? ''
}

const ABOVE_HEADING = 'This line stands above the heading. Take it out.'

type Start<Key extends string> = {
  headingLine: number | null
  headings: string[] | null
  places: Places<Key>
}

// A heading is among the first lines. Where none names what is needed, a first line that names some of it is at fault.
function startOf<Key extends string>(
  text: string,
  delimiter: string,
  from: number,
  rules: SheetRules<Key>,
): Start<Key> | Refusal {
  const { columns, isData } = rules
  const first = firstRows(text, delimiter, from).slice(0, HEADING_WITHIN)
  const matched = first.map((row) => ({ row, ...matchColumns(row.cells, columns) }))
  const named = matched.filter(({ row, found }) => found > 0 && !isData?.(row.cells))
  const heading = named.find(({ fault }) => fault === null) ?? named.find(({ row }) => row === first[0])
  if (heading === undefined)
    return { headingLine: null, headings: null, places: placesByOrder(columns, orderOf(rules)) }
  if (heading.fault !== null) return refusal('BAD_USER_INPUT', heading.fault, 'text')
  return { headingLine: heading.row.line, headings: heading.row.cells, places: heading.places }
}

// The row with its cells in their columns, or why it cannot be read.
function placed<Key extends string>(
  row: SheetRow,
  start: Start<Key>,
  rules: SheetRules<Key>,
): SheetRow | RecordFault {
  const { line } = row
  if (line < (start.headingLine ?? 0)) return { line, reason: ABOVE_HEADING }
  const cells = fitted(row.cells, start, rules)
  const extent = row.raw.includes('\n') ? ` The row goes on to line ${inFigures(lastLineOf(row))}.` : ''
  if (cells === null)
    return { line, reason: (rules.excess?.(row.cells) ?? tooMany(row.cells, start.headings)) + extent }
  for (const [key, { label }] of entriesOf(rules.columns)) {
    for (const place of start.places[key]) {
      const fault = faultOf(cells[place] ?? '')
      if (fault !== null) return { line, reason: `The ${label} holds ${fault}. Write it again.${extent}` }
    }
  }
  return cells === row.cells ? row : { ...row, cells }
}

function lastLineOf({ line, raw }: SheetRow): number {
  return line + raw.split('\n').length - 1
}

function nothingIn<Key extends string>({ headingLine }: Start<Key>, rules: SheetRules<Key>): Refusal {
  const words = headingLine === null ? 'There are no lines.' : 'There is a heading and no line below it.'
  return refusal('BAD_USER_INPUT', `${words} ${asks(rules)}`, 'text')
}

function columnsOf<Key extends string>(
  { headings, places }: Start<Key>,
  { columns }: SheetRules<Key>,
  widest: number,
): SheetColumn<Key>[] {
  return Array.from({ length: headings?.length ?? widest }, (_, at) => ({
    heading: headings?.[at] ?? '',
    readAs: entriesOf(columns).find(([key]) => places[key].includes(at))?.[0] ?? null,
  })).filter(({ heading, readAs }) => heading !== '' || readAs !== null)
}

function faultOf(cell: string): string | null {
  if (UNREADABLE.test(cell)) return 'a letter that cannot be read'
  return OVERRIDES.test(cell) ? 'marks that turn the direction of text' : null
}

// A filled cell must stand under a heading; without one, where a column is read.
function fitted<Key extends string>(
  cells: string[],
  { headings, places }: Start<Key>,
  rules: SheetRules<Key>,
): string[] | null {
  if (headings === null && rules.looseWithoutHeading) return cells
  const width = headings?.length ?? orderOf(rules).length
  const fits = (row: readonly string[]) =>
    row.every((cell, at) => cell === '' || (headings === null ? at < width : (headings[at] ?? '') !== ''))
  if (fits(cells)) return cells
  const mended = rules.mend?.(cells, places, width) ?? null
  return mended !== null && fits(mended) ? mended : null
}

function orderOf<Key extends string>({ columns, withoutHeading }: SheetRules<Key>): readonly Key[] {
  return withoutHeading ?? entriesOf(columns).map(([key]) => key)
}

function tooMany(cells: readonly string[], headings: readonly string[] | null): string {
  const filled = cells.filter((cell) => cell !== '').length
  const what =
    headings === null
      ? `This line has ${plural(filled, 'filled cell')}, and without a heading nobody can say which is which.`
      : `This line has more filled cells than the heading has: ${inFigures(filled)}, and not ${inFigures(headings.filter((heading) => heading !== '').length)}.`
  return `${what} Put quotes round a cell that holds a comma or another delimiter.`
}

function asks<Key extends string>({ columns }: SheetRules<Key>): string {
  const labels = entriesOf(columns).flatMap(([, { label, required }]) => (required ? [label] : []))
  return `Save it as CSV with the columns ${labels.join(', ')}.`
}

function firstRows(text: string, delimiter: string, from: number): SheetRow[] {
  const end = text.length > from + SAMPLE ? text.lastIndexOf('\n', from + SAMPLE) : -1
  const sample = end > from ? text.slice(0, end) : text.slice(0, from + SAMPLE)
  return sliceRows(sample, delimiter, from).next().value?.rows ?? []
}

// The delimiter under which most columns are recognised by their headings; without a heading, the one that most lines have
// cells by, and of those the one that parts them into the fewest leftovers.
function detectDelimiter<Key extends string>(text: string, rules: SheetRules<Key>): string {
  const { columns } = rules
  const expected = orderOf(rules).length
  const least = entriesOf(columns).filter(([, { required }]) => required).length
  const scores = DELIMITERS.map((delimiter) => {
    const rows = firstRows(text, delimiter, 0)
    const found = Math.max(
      0,
      ...rows
        .slice(0, HEADING_WITHIN)
        .map(({ cells }) => (cells.length > 1 ? matchColumns(cells, columns).found : 0)),
    )
    const parted = rows.filter(
      ({ cells }) => cells.filter((cell) => cell !== '').length >= Math.min(2, expected),
    )
    const exact = parted.filter(({ cells }) => cells.length >= least && cells.length <= expected)
    return { delimiter, found, parted: parted.length / Math.max(1, rows.length), exact: exact.length }
  })
  const best = scores.toSorted(
    (a, b) => b.found - a.found || Math.round(10 * (b.parted - a.parted)) || b.exact - a.exact,
  )
  return best[0]?.delimiter ?? ','
}
