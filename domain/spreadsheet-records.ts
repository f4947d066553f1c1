// From the text of a spreadsheet to its rows of cells. What a row is, and at which line of the file it begins, is settled
// here line by line, so that one stray quote costs one line and a long file can be read in slices; csv-parse cuts cells.
import { type CsvError, parse } from 'csv-parse/sync'
import { withoutFormulaPrefix } from './csv.ts'
import { withoutUnseen } from './look-alikes.ts'
import { inFigures } from './numbers.ts'

/** A row as it stands in the file: the number of its first line, and its cells without spaces around them. */
export type SheetRow = { line: number; cells: string[]; raw: string }

export type RecordFault = { line: number; reason: string }

/** What became of a slice of the file. */
export type Slice = { rows: SheetRow[]; faults: RecordFault[] }

/** The signs that may stand between cells; one that an `sep=` line names comes on top. */
export const DELIMITERS = ['\t', ';', ',', '|'] as const

/** A sign that no line holds: the whole line is one cell, and only quotes round it are taken off. */
export const NO_DELIMITER = '\u001f'

// A quote that is still open after this many lines was never meant to hold a line break.
const LONGEST_CELL_IN_LINES = 40
const LONGEST_ROW = 20_000
const SLICE = 500
const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/y
const EXCEL_TEXT = /^="(.*)"$/s

const NEVER_CLOSED =
  'A quote opens on this line and is not closed. Take it out, or put one at the end of the cell too.'

/** The delimiter that Excel is told of on a first line such as `sep=;`, and where the rest begins. */
export function readSepLine(text: string): { delimiter: string; from: number } | null {
  const [line = '', said = ''] = /^\ufeff?"?sep=(.)"?[\t;,| ]*(?:\r\n|\n|\r|$)/i.exec(text) ?? []
  return line === '' ? null : { delimiter: said, from: line.length }
}

/** Reads rows in slices of some hundred lines; empty rows are passed over. Lines are counted from the start of the text. */
export function* sliceRows(text: string, delimiter: string, from = 0): Generator<Slice> {
  const lines = linesOf(text, from)
  const ahead: Physical[] = []
  const lineAt = (at: number): Physical | null => {
    while (ahead.length <= at) {
      const { value, done } = lines.next()
      if (done) return null
      ahead.push(value)
    }
    return ahead[at] ?? null
  }
  let records: Physical[] = []
  let faults: RecordFault[] = []
  for (let first = lineAt(0); first !== null; first = lineAt(0)) {
    const { count, open } = extentOf(first, lineAt, delimiter)
    const taken = ahead.slice(0, count)
    const raw = taken.map(({ text: words }) => words).join('\n')
    const reason = open ? NEVER_CLOSED : faultOf(taken, raw, delimiter)
    // Only the line at fault is set aside: those after it are read as if its quote were not there.
    ahead.splice(0, reason === null ? count : 1)
    if (reason === null) records.push({ number: first.number, text: raw })
    else faults.push({ line: first.number, reason })
    if (records.length + faults.length < SLICE) continue
    yield { rows: cutCells(records, delimiter).filter(isFilled), faults }
    records = []
    faults = []
  }
  yield { rows: cutCells(records, delimiter).filter(isFilled), faults }
}

/** The cells of one row. */
export function splitCells(raw: string, delimiter: string): string[] {
  return cutCells([{ number: 1, text: raw }], delimiter)[0]?.cells ?? []
}

type Physical = { number: number; text: string }

function* linesOf(text: string, from: number): Generator<Physical> {
  const start = text.startsWith('\ufeff') && from === 0 ? 1 : from
  let number = from > 0 ? 2 : 1
  for (LINE.lastIndex = start; ; number += 1) {
    const at = LINE.lastIndex
    const [, line = '', end = ''] = LINE.exec(text) ?? []
    const after = at + line.length + end.length
    yield { number, text: line }
    if (end === '') return
    LINE.lastIndex = after
  }
}

// How many lines a row takes: as many as its quoted cells go on for.
function extentOf(first: Physical, lineAt: (at: number) => Physical | null, delimiter: string) {
  let count = 1
  let open = first.text.length <= LONGEST_ROW && opensAtEnd(first.text, delimiter, false)
  while (open && count < LONGEST_CELL_IN_LINES) {
    const line = lineAt(count)
    if (line === null || line.text.length > LONGEST_ROW || closesAmidst(line.text, delimiter)) break
    open = opensAtEnd(line.text, delimiter, true)
    count += 1
  }
  return { count, open }
}

// Whether a quoted cell is open at the end of a line. A quote opens at the start of a cell only; after the one that closes
// it, quotes are signs of the text until the next cell.
function opensAtEnd(line: string, delimiter: string, open: boolean): boolean {
  if (!line.includes('"')) return open
  let inside = open
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
    if (!inside) inside = isCellStart(line, at, delimiter)
    else if (line[at + 1] === '"') at += 1
    else inside = false
  }
  return inside
}

function isCellStart(line: string, at: number, delimiter: string): boolean {
  let before = at - 1
  while (before >= 0 && line[before] === ' ') before -= 1
  return before < 0 || line[before] === delimiter
}

// A cell that goes on from an earlier line ends where the delimiter or the end of the line follows its quote. Where words
// follow, the quote before was a stray one.
function closesAmidst(line: string, delimiter: string): boolean {
  const rest = /^(?:[^"]|"")*"( *)(.?)/s.exec(line)
  return rest !== null && rest[2] !== '' && rest[2] !== delimiter
}

function faultOf(record: readonly Physical[], raw: string, delimiter: string): string | null {
  if (raw.length > LONGEST_ROW)
    return `This row is longer than ${inFigures(LONGEST_ROW)} characters. Shorten it, or look for a quote that is not closed.`
  if (record.length === 1) return null
  const widths = new Set(record.map(({ text }) => text.split(delimiter).length))
  // Each line reads as a row by itself, and all of them as one cell with line breaks: nobody can say which is meant.
  if (widths.size === 1 && !widths.has(1))
    return 'A quote opens on this line and closes on a later one, and each line also reads by itself. Correct the quotes.'
  return null
}

function cutCells(records: readonly Physical[], delimiter: string): SheetRow[] {
  const together = attempt(records.map(({ text }) => text).join('\n'), delimiter)
  const cut =
    together?.length === records.length
      ? together
      : records.map(({ text }) => {
          const alone = attempt(text, delimiter) ?? attempt(text, delimiter, { trim: false })
          return alone?.length === 1 ? (alone[0] ?? []) : text.split(delimiter)
        })
  return records.map(({ number, text }, at) => ({
    line: number,
    cells: (cut[at] ?? []).map(cleanCell),
    raw: text,
  }))
}

function attempt(text: string, delimiter: string, more: { trim?: boolean } = {}): string[][] | null {
  if (text === '') return [[]]
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      trim: delimiter !== '\t',
      ...more,
    })
  } catch (error) {
    if (isCsvError(error)) return null
    throw error
  }
}

function cleanCell(cell: string): string {
  return withoutUnseen(withoutFormulaPrefix(withoutUnseen(cell).replace(EXCEL_TEXT, '$1')))
}

function isFilled({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell !== '')
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}
