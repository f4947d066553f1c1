// People out of a spreadsheet, or addresses as they come out of a mail program.
import { matchKey, onOneLine } from './look-alikes.ts'
import { inFigures } from './numbers.ts'
import {
  type ImportTable,
  type PeopleImportPlan,
  type PeopleRow,
  planPeopleImport,
  readPastedAddresses,
} from './people-imports.ts'
import type { LineRefusal, Refusal } from './refusal.ts'
import { readingOf, type SheetReading } from './sheet-readings.ts'
import { type SheetRow, splitCells } from './spreadsheet-records.ts'
import { cellOf, readSheet, type Sheet } from './spreadsheets.ts'

const COLUMNS = {
  name: {
    label: 'name',
    headings: [
      ['name', 'full name', 'display name', 'your name'],
      [
        'participant',
        'participant name',
        'attendee',
        'attendee name',
        'person',
        'delegate',
        'contact',
        'contact name',
      ],
    ],
  },
  first: {
    label: 'first name',
    headings: [['first name', 'firstname', 'forename', 'given name', 'first']],
  },
  last: {
    label: 'last name',
    headings: [['last name', 'lastname', 'surname', 'family name', 'second name', 'last']],
  },
  email: {
    label: 'e-mail',
    headings: [
      [
        'email',
        'mail',
        'email address',
        'emailaddress',
        'your email',
        'participant email',
        'attendee email',
        'address',
      ],
      ['work email', 'work email address', 'contact email', 'business email', 'primary email', 'nhs email'],
      /^(?!.*\b(manager|boss|supervisor|line|assistant|pa|secretary|emergency|second|secondary|other|alternative|sent|opt|consent)\b).*\bemail\b/,
    ],
    required: true,
  },
  table: {
    label: 'table',
    headings: [
      ['table', 'table code', 'table name', 'table number'],
      ['group', 'team'],
    ],
  },
} as const

type Key = keyof typeof COLUMNS
type Read = { plan: PeopleImportPlan; reading: SheetReading } | Refusal
type Line = Omit<PeopleRow, 'line'>

/** Reads people line by line: with a heading by its columns, without one by where the address stands. */
export function readPeopleSheet(
  text: string,
  standing: { tables: readonly ImportTable[]; presentEmails: readonly string[] },
): Read {
  const sheet = readSheet(text, {
    columns: COLUMNS,
    withoutHeading: ['name', 'email', 'table'],
    isData: (cells) => cells.some((cell) => cell.includes('@')),
    looseWithoutHeading: true,
  })
  if ('code' in sheet) return sheet
  const rows: PeopleRow[] = []
  const refused: LineRefusal[] = [...sheet.refused]
  for (const row of sheet.rows) {
    const people = sheet.headingLine === null ? readLine(row.raw) : [underHeading(sheet, row)]
    if (typeof people === 'string') refused.push({ line: row.line, code: 'BAD_USER_INPUT', reason: people })
    else for (const person of people) rows.push({ ...person, line: row.line })
  }
  const planned = planPeopleImport({ rows, ...standing })
  const plan = { ...planned, refused: [...refused, ...planned.refused].sort((a, b) => a.line - b.line) }
  const shown = sheet.headingLine === null ? { ...sheet, columns: withoutHeading(rows) } : sheet
  const facts = peopleByTable(plan, standing.tables)
  return { plan, reading: readingOf(shown, COLUMNS, { facts, notes: repeatsOf(plan) }) }
}

function underHeading(sheet: Sheet<Key>, row: SheetRow): Line {
  const cell = (key: Key) => onOneLine(cellOf(sheet, row, key))
  // "Name" beside "Surname" is the first name; beside both it is the whole.
  const first = sheet.places.first.length > 0 ? cell('first') : cell('name')
  const parts =
    sheet.places.name.length > 0 && sheet.places.first.length > 0 ? [cell('name')] : [first, cell('last')]
  const email = cell('email')
  const [only, ...others] = /[<\s]|^mailto:/i.test(email) ? readPastedAddresses(email) : []
  const address = only !== undefined && others.length === 0 && only.name === '' ? only.email : email
  return { name: parts.join(' ').trim(), email: address, table: cell('table') }
}

// One cell is a plain address, those before it are a name and the one after it is a table: a line of CSV. Anything else is
// read as mail programs write addresses.
function readLine(raw: string): Line[] | string {
  const delimiter = ['\t', ';'].find((sign) => raw.includes(sign)) ?? ','
  const cells = splitCells(raw, delimiter).map(onOneLine)
  const withAddress = cells.filter((cell) => cell.includes('@'))
  const [only] = withAddress
  if (cells.length < 2 || withAddress.length !== 1 || only === undefined || /[<\s]/.test(only))
    return readPastedAddresses(raw)
  const at = cells.indexOf(only)
  const name = cells.slice(0, at).filter((cell) => cell !== '')
  const [table = '', ...more] = cells.slice(at + 1).filter((cell) => cell !== '')
  if (more.length > 0)
    return 'This line has more than a name, an address and a table. Put a heading above the columns.'
  return [{ name: name.join(' '), email: only, table }]
}

function withoutHeading(rows: readonly PeopleRow[]) {
  const read: Key[] = ['name', 'email', 'table']
  return read
    .filter((key) => rows.some((row) => row[key as 'name' | 'email' | 'table'] !== ''))
    .map((readAs) => ({ heading: '', readAs }))
}

function repeatsOf({ duplicates }: PeopleImportPlan): string[] {
  return duplicates.map(
    ({ line, firstLine }) =>
      `Line ${inFigures(line)} has the address of line ${inFigures(firstLine)}: one person, as line ${inFigures(firstLine)} says.`,
  )
}

function peopleByTable({ people }: PeopleImportPlan, tables: readonly ImportTable[]) {
  const count = (tableId: string | null) => people.filter((person) => person.tableId === tableId).length
  const seated = tables.map(({ id, code, name }) => ({
    label: matchKey(name) === matchKey(code) ? `Table ${code}` : `Table ${code}: ${name}`,
    people: count(id),
  }))
  return [...seated, { label: 'Without a table', people: count(null) }]
    .filter((fact) => fact.people > 0)
    .map((fact) => ({ label: fact.label, figure: inFigures(fact.people) }))
}
