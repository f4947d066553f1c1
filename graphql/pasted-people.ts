import { parse } from 'csv-parse/sync'
import { type PeopleRow, readPastedAddresses } from '#domain/people-imports.ts'

/** Which cell of a line holds what; the order of the contract unless a header says otherwise. */
type Columns = { name: number; email: number; table: number }
const CONTRACT: Columns = { name: 0, email: 1, table: 2 }

const HEADERS: Record<keyof Columns, RegExp> = {
  name: /^(display |full )?name$/i,
  email: /^(e-?mail|mail)( address)?$/i,
  table: /^table( code)?$/i,
}

/**
 * Reads pasted people, one line at a time so that a refused line is named by its number: CSV `name,e-mail,table`, with a
 * header or without, or addresses as they come out of a mail program.
 */
export function readPastedPeople(pasted: string): PeopleRow[] {
  const lines = pasted.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const first = lines.findIndex((line) => line.trim() !== '')
  const header = readHeader(lines[first] ?? '')
  return lines.flatMap((text, index) => {
    if (text.trim() === '' || (header !== null && index === first)) return []
    return readLine(text, header).map((row) => ({ ...row, line: index + 1 }))
  })
}

function readLine(text: string, header: Columns | null): Omit<PeopleRow, 'line'>[] {
  const cells = splitCells(text)
  if (header !== null) return [pick(cells, header)]
  const withAddress = cells.filter((cell) => cell.includes('@'))
  const [only] = withAddress
  // One cell is a plain address and the others are a name before it and a table after it: a line of CSV.
  const isCsv = cells.length > 1 && withAddress.length === 1 && only !== undefined && !/[<\s]/.test(only)
  if (!isCsv) return readPastedAddresses(text)
  const email = cells.indexOf(only)
  return [pick(cells, email > 1 ? CONTRACT : { name: email - 1, email, table: email + 1 })]
}

function pick(cells: readonly string[], { name, email, table }: Columns): Omit<PeopleRow, 'line'> {
  return { name: cells[name] ?? '', email: cells[email] ?? '', table: cells[table] ?? '' }
}

function readHeader(line: string): Columns | null {
  const cells = splitCells(line)
  if (cells.some((cell) => cell.includes('@'))) return null
  const at = (column: keyof Columns) => cells.findIndex((cell) => HEADERS[column].test(cell))
  return at('email') === -1 ? null : { name: at('name'), email: at('email'), table: at('table') }
}

// A spreadsheet pastes tabs, and where the comma is a decimal sign it exports semicolons. A line that is no CSV, such as
// one that goes on after a closing quote, has no cells.
function splitCells(line: string): string[] {
  const delimiter = ['\t', ';'].find((sign) => line.includes(sign)) ?? ','
  const options = { delimiter, trim: true, relax_column_count: true, skip_records_with_error: true } as const
  const [cells = []]: string[][] = parse(line, options)
  return cells
}
