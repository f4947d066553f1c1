// People are invited from a file or from addresses pasted out of a mail program. Every line is taken, folded into an
// earlier one, or listed with its number and the reason it was left out.
import { matchKey, withoutUnseen } from './look-alikes.ts'
import { type LineRefusal, type Refusal, refusal } from './refusal.ts'
import { LIMITS, readEmail, readText } from './text.ts'

export type PeopleRow = { line: number; name: string; email: string; table: string }
export type ImportTable = { id: string; code: string; name: string }
export type ImportedPerson = { line: number; name: string | null; email: string; tableId: string | null }

export type PeopleImportPlan = {
  people: ImportedPerson[]
  refused: LineRefusal[]
  /** Lines with an address that an earlier line has. */
  duplicates: { line: number; firstLine: number }[]
  /** Lines with an address that has a seat already. */
  present: { line: number; email: string }[]
  counted: {
    lines: number
    people: number
    refused: number
    duplicates: number
    present: number
    blank: number
  }
}

/**
 * One address is one person: a second line with the same address changes nothing, and whoever has a seat already keeps
 * it. A name and a table may be left empty; a table that is named must exist. Empty lines are passed over.
 */
export function planPeopleImport(input: {
  rows: readonly PeopleRow[]
  tables?: readonly ImportTable[]
  presentEmails?: readonly string[]
}): PeopleImportPlan {
  const tableIds = tableFinder(input.tables ?? [])
  const presentEmails = new Set((input.presentEmails ?? []).map((email) => email.toLowerCase()))
  const people = new Map<string, ImportedPerson>()
  const refused: LineRefusal[] = []
  const duplicates: PeopleImportPlan['duplicates'] = []
  const present: PeopleImportPlan['present'] = []
  const rows = input.rows.filter(({ name, email, table }) => `${name}${email}${table}`.trim() !== '')

  for (const row of rows) {
    const person = readPerson(row, tableIds)
    if ('code' in person) {
      refused.push({ line: row.line, code: person.code, reason: person.message })
      continue
    }
    const first = people.get(person.email)
    if (presentEmails.has(person.email)) present.push({ line: row.line, email: person.email })
    else if (first) duplicates.push({ line: row.line, firstLine: first.line })
    else people.set(person.email, person)
  }

  return {
    people: [...people.values()],
    refused,
    duplicates,
    present,
    counted: {
      lines: input.rows.length,
      people: people.size,
      refused: refused.length,
      duplicates: duplicates.length,
      present: present.length,
      blank: input.rows.length - rows.length,
    },
  }
}

/**
 * Addresses can be pasted as they come out of a mail program: one a line, or with commas or semicolons between, bare or
 * as Anna Smith <anna@example.org>, with a comma in the name too.
 */
export function readPastedAddresses(pasted: string): PeopleRow[] {
  return withoutUnseen(pasted)
    .split(/\r\n?|\n/)
    .flatMap((text, index) =>
      splitAddresses(text).map((entry) => ({ line: index + 1, ...readAddress(entry), table: '' })),
    )
}

function readPerson(row: PeopleRow, tableIds: ReadonlyMap<string, string>): ImportedPerson | Refusal {
  const email = readEmail(bareAddress(row.email))
  if (!email.ok) return email.refusal
  if (BIDI.test(row.name)) return refusal('BAD_USER_INPUT', TURNS_TEXT, 'name')
  if (row.name.includes('@')) return refusal('BAD_USER_INPUT', TWO_ADDRESSES, 'email')
  const name = readText(row.name, { field: 'name', max: LIMITS.displayName, required: false })
  if (!name.ok) return name.refusal
  const tableKey = matchKey(row.table)
  const tableId = tableKey === '' ? null : (tableIds.get(tableKey) ?? null)
  if (tableKey !== '' && tableId === null) {
    return refusal(
      'NOT_FOUND',
      'This workshop has no such table. Use a table’s code or name, or leave it empty.',
      'table',
    )
  }
  return { line: row.line, name: name.value === '' ? null : name.value, email: email.value, tableId }
}

// What mail programs and word processors leave around an address; inside it nothing is taken away but unseen marks.
function bareAddress(written: string): string {
  return withoutUnseen(written)
    .replace(UNSEEN_JOINERS, '')
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '')
}

const UNSEEN_JOINERS = /\u200c|\u200d|\u200e|\u200f/g
const BIDI = /[\u202a-\u202e\u2066-\u2069]/
const TURNS_TEXT = 'The name holds marks that turn the direction of text. Write it again.'
const TWO_ADDRESSES = 'This line has more than one address. Write one person on each line.'

/** Tables by how they are written. Codes are set last, so that a code wins over another table's name. */
export function tableFinder(tables: readonly ImportTable[]): Map<string, string> {
  const ids = new Map<string, string>()
  for (const { id, name } of tables) ids.set(matchKey(name), id)
  for (const { id, code } of tables) {
    ids.set(`table ${matchKey(code)}`, id)
    ids.set(matchKey(code), id)
  }
  return ids
}

// A piece without an @ in front of a <…> is the first half of a name written "Smith, Anna".
function splitAddresses(text: string): string[] {
  const entries: string[] = []
  let held: string[] = []
  for (const piece of text.split(text.includes(';') ? ';' : ',')) {
    held.push(piece)
    if (!piece.includes('@')) continue
    if (piece.includes('<')) entries.push(held.join(','))
    else entries.push(held.slice(0, -1).join(','), ...splitBareAddresses(piece))
    held = []
  }
  return [...entries, held.join(',')].map((entry) => entry.trim()).filter((entry) => /[^,\s]/.test(entry))
}

function splitBareAddresses(piece: string): string[] {
  const words = piece.trim().split(/\s+/)
  return words.every((word) => word.includes('@')) ? words : [words.join(' ')]
}

function readAddress(entry: string): { name: string; email: string } {
  const open = entry.endsWith('>') ? entry.lastIndexOf('<') : -1
  const name = entry.slice(0, open === -1 ? entry.lastIndexOf(' ') + 1 : open).trim()
  const email = open === -1 ? entry.slice(entry.lastIndexOf(' ') + 1) : entry.slice(open + 1, -1)
  return { name: name.replace(/^["“”„](.*)["“”]$/, '$1'), email }
}
