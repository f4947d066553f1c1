// Issues, ideas and comments that were written elsewhere, one a line: typed up from a wall, or saved from a form.
import { CRITIQUE_KIND_LABELS, CRITIQUE_KINDS, type CritiqueKind } from './critiques.ts'
import { HORIZON_LABELS, HORIZONS, type Horizon } from './ideas.ts'
import { matchKey } from './look-alikes.ts'
import { inFigures } from './numbers.ts'
import { optionFinder } from './option-finder.ts'
import { type ImportTable, tableFinder } from './people-imports.ts'
import { type LineRefusal, type Reading, type Refusal, refusal } from './refusal.ts'
import { readingOf, type SheetFact, type SheetReading } from './sheet-readings.ts'
import { NO_DELIMITER, splitCells } from './spreadsheet-records.ts'
import { cellOf, readSheet, type Sheet } from './spreadsheets.ts'
import { LIMITS, readText } from './text.ts'

/** What can be added to a workshop from lines. */
export const TEXT_KINDS = ['ISSUES', 'IDEAS', 'COMMENTS'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

type Titled = { id: string; title: string }

/** What the workshop holds that lines can name, and what a line is that names none. */
export type TextStanding = {
  areas: readonly Titled[]
  tables: readonly (ImportTable & { areaId: string | null })[]
  statements: readonly Titled[]
  ideas: readonly Titled[]
  otherwise: {
    areaId: string | null
    statementId: string | null
    horizon: Horizon | null
    kind: CritiqueKind | null
  }
}

/** Where a text belongs: an issue in its area, an idea under its statement and horizon, a comment on its idea. */
export type TextPlace =
  | { as: 'ISSUE'; areaId: string }
  | { as: 'IDEA'; statementId: string; horizon: Horizon }
  | { as: 'COMMENT'; ideaId: string; kind: CritiqueKind }

export type ImportedText = { text: string; tableId: string | null; place: TextPlace }

export type TextsPlan = { texts: ImportedText[]; refused: LineRefusal[]; reading: SheetReading }

/** As many as the walls of the largest event hold. */
export const MOST_TEXTS = 500

const TABLE = { label: 'table', headings: [['table', 'table code', 'table name', 'table number'], ['group']] }
const COLUMNS = {
  text: { label: 'words', headings: [] as string[][], required: true },
  area: {
    label: 'area',
    headings: [
      ['area', 'challenge area'],
      ['theme', 'topic'],
    ],
  },
  statement: {
    label: 'problem statement',
    headings: [
      ['statement', 'problem statement'],
      ['problem', 'for'],
    ],
  },
  idea: {
    label: 'idea',
    headings: [
      ['idea', 'on idea', 'about idea'],
      ['about', 'on'],
    ],
  },
  horizon: {
    label: 'horizon',
    headings: [
      ['horizon', 'time horizon'],
      ['when', 'timescale', 'how soon'],
    ],
  },
  kind: {
    label: 'kind',
    headings: [
      ['kind', 'kind of comment'],
      ['type', 'category'],
    ],
  },
  table: TABLE,
}
type Key = keyof typeof COLUMNS

const RULES: Record<TextKind, { noun: string; max: number; headings: string[][]; order: Key[] }> = {
  ISSUES: {
    noun: 'issue',
    max: LIMITS.issueTitle,
    headings: [
      ['issue', 'issue title', 'issues'],
      ['title', 'text', 'words', 'post it', 'problem', 'note'],
    ],
    order: ['text', 'area', 'table'],
  },
  IDEAS: {
    noun: 'idea',
    max: LIMITS.idea,
    headings: [
      ['idea', 'ideas', 'idea text'],
      ['text', 'words', 'action', 'title', 'post it', 'note'],
    ],
    order: ['text', 'statement', 'horizon', 'table'],
  },
  COMMENTS: {
    noun: 'comment',
    max: LIMITS.critique,
    headings: [
      ['comment', 'comments', 'critique'],
      ['text', 'words', 'note', 'feedback'],
    ],
    order: ['text', 'idea', 'kind', 'table'],
  },
}

/** Reads lines against what the workshop holds. Pasted without a heading, a line is one text, or cells parted by tabs. */
export function planTexts(text: string, kind: TextKind, standing: TextStanding): TextsPlan | Refusal {
  const { noun, headings, order } = RULES[kind]
  const columns = Object.fromEntries(
    order.map((key) => [key, key === 'text' ? { ...COLUMNS.text, label: noun, headings } : COLUMNS[key]]),
  ) as typeof COLUMNS
  const sheet = readSheet(text, { columns, withoutHeading: order, looseWithoutHeading: true })
  if ('code' in sheet) return sheet
  if (sheet.rows.length + sheet.refused.length > MOST_TEXTS)
    return refusal('BAD_USER_INPUT', `Add at most ${inFigures(MOST_TEXTS)} at once. Split the list.`, 'text')
  const read = textReader(kind, standing)
  const texts: ImportedText[] = []
  const refused = [...sheet.refused]
  for (const row of sheet.rows) {
    const cells = sheet.headingLine === null ? bareCells(row.raw) : null
    const cell: Cells = (key) => {
      if (cells !== null) return cells[order.indexOf(key)] ?? ''
      return order.includes(key) ? cellOf(sheet, row, key) : ''
    }
    const done = (cells?.length ?? 0) > order.length ? tooMany(order.length) : read(cell)
    if (done.ok) texts.push(done.value)
    else refused.push({ line: row.line, code: done.refusal.code, reason: done.refusal.message })
  }
  refused.sort((a, b) => a.line - b.line)
  const shown = sheet.headingLine === null ? withoutHeading(sheet, order) : sheet
  const reading = readingOf(shown, columns, { facts: countByPlace(texts, standing) })
  return { texts, refused, reading }
}

function withoutHeading(sheet: Sheet<Key>, order: readonly Key[]): Sheet<Key> {
  const tabs = sheet.rows.some(({ raw }) => raw.includes('\t'))
  const read = order.slice(0, tabs ? undefined : 1)
  return { ...sheet, delimiter: tabs ? '\t' : null, columns: read.map((readAs) => ({ heading: '', readAs })) }
}

function bareCells(raw: string): string[] {
  const cells = splitCells(raw, raw.includes('\t') ? '\t' : NO_DELIMITER)
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

type Cells = (key: Key) => string

function textReader(kind: TextKind, standing: TextStanding) {
  const { noun, max } = RULES[kind]
  const tableIds = tableFinder(standing.tables)
  const placeOf = placeReader(kind, standing)
  return (cell: Cells): Reading<ImportedText> => {
    const text = readText(cell('text'), { field: 'text', max, multiline: true, label: `the ${noun}` })
    if (!text.ok) return text
    const written = cell('table')
    const tableId = tableIds.get(matchKey(written)) ?? null
    if (written !== '' && tableId === null) return no(`This workshop has no table “${written.slice(0, 60)}”.`)
    const place = placeOf(cell, tableId)
    return place.ok ? taken({ text: text.value, tableId, place: place.value }) : place
  }
}

function placeReader(kind: TextKind, { areas, tables, statements, ideas, otherwise }: TextStanding) {
  const areaOf = finder(areas, 'area')
  const statementOf = finder(statements, 'problem statement')
  const ideaOf = finder(ideas, 'idea')
  const places: Record<TextKind, (cell: Cells, tableId: string | null) => Reading<TextPlace>> = {
    ISSUES(cell, tableId) {
      const ofTable = tables.find(({ id }) => id === tableId)?.areaId ?? null
      const area = areaOf(cell('area'), ofTable ?? otherwise.areaId)
      return area.ok ? taken({ as: 'ISSUE', areaId: area.value }) : area
    },
    IDEAS(cell) {
      const statement = statementOf(cell('statement'), otherwise.statementId)
      if (!statement.ok) return statement
      const horizon = readHorizon(cell('horizon'), otherwise.horizon)
      if (!horizon.ok) return horizon
      return taken({ as: 'IDEA', statementId: statement.value, horizon: horizon.value })
    },
    COMMENTS(cell) {
      const idea = ideaOf(cell('idea'), null)
      if (!idea.ok) return idea
      const said = readKind(cell('kind'), otherwise.kind)
      return said.ok ? taken({ as: 'COMMENT', ideaId: idea.value, kind: said.value }) : said
    },
  }
  return places[kind]
}

function finder(titled: readonly Titled[], noun: string) {
  const find = optionFinder(titled)
  return (written: string, otherwise: string | null): Reading<string> => {
    if (written === '') {
      if (otherwise !== null && titled.some(({ id }) => id === otherwise)) return taken(otherwise)
      return no(`This line names no ${noun}.`)
    }
    const found = find(written)
    // What stands on a wall has no numbers, so a number is nobody's place.
    if (found.ok && !found.byNumber) return taken(found.id)
    if (!found.ok && found.code !== 'NOT_FOUND')
      return no(`Two of them have these words: name another ${noun}.`)
    return no(`There is no ${noun} “${written.slice(0, 60)}” in this workshop.`)
  }
}

const HORIZON_WORDS: Record<Horizon, readonly string[]> = {
  FOUR_WEEKS: ['four weeks', '4 weeks', 'next 4 weeks', 'next four weeks', 'month', 'one month', '1 month'],
  ONE_YEAR: ['one year', '1 year', 'year', 'next year', 'within a year', '12 months'],
  LONG_TERM: ['long term', 'long-term', 'longer term', 'long term change', 'later'],
}
const KIND_WORDS: Record<CritiqueKind, readonly string[]> = {
  UNINTENDED_CONSEQUENCE: ['unintended consequences', 'consequence', 'risk', 'concern'],
  COULD_WORK_WELL: ['could work well', 'works well', 'positive', 'like'],
  QUESTION: ['questions', 'ask'],
  BUILD: ['build on', 'addition', 'suggestion'],
}

const readHorizon = wordReader('horizon', HORIZONS, HORIZON_LABELS, HORIZON_WORDS)
const readKind = wordReader('kind', CRITIQUE_KINDS, CRITIQUE_KIND_LABELS, KIND_WORDS)

function wordReader<Value extends string>(
  noun: string,
  values: readonly Value[],
  labels: Record<Value, string>,
  words: Record<Value, readonly string[]>,
) {
  const known = new Map(
    values.flatMap((value) =>
      [labels[value], value.replaceAll('_', ' '), ...words[value]].map((word) => [matchKey(word), value]),
    ),
  )
  const asked = values.map((value) => `“${labels[value]}”`).join(', ')
  return (written: string, otherwise: Value | null): Reading<Value> => {
    const value = written === '' ? otherwise : known.get(matchKey(written.replaceAll('_', ' ')))
    if (value) return taken(value)
    return no(written === '' ? `This line says no ${noun}.` : `Write the ${noun} as one of ${asked}.`)
  }
}

function countByPlace(
  texts: readonly ImportedText[],
  { areas, statements, ideas }: TextStanding,
): SheetFact[] {
  const counts = new Map<string, number>()
  for (const { place } of texts) counts.set(idOf(place), (counts.get(idOf(place)) ?? 0) + 1)
  return [...areas, ...statements, ...ideas].flatMap(({ id, title }) => {
    const count = counts.get(id)
    return count === undefined ? [] : [{ label: title, figure: inFigures(count) }]
  })
}

function idOf(place: TextPlace): string {
  if (place.as === 'ISSUE') return place.areaId
  return place.as === 'IDEA' ? place.statementId : place.ideaId
}

function tooMany(most: number): Reading<never> {
  return no(`This line has more than ${inFigures(most)} cells. Put a heading above the columns.`)
}

function taken<Value>(value: Value): Reading<Value> {
  return { ok: true, value }
}

function no(message: string): Reading<never> {
  return { ok: false, refusal: refusal('BAD_USER_INPUT', message) }
}
