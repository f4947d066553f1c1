// What was understood of a spreadsheet, as every import shows it before anything is done.
import { onOneLine } from './look-alikes.ts'
import { type ColumnRules, entriesOf } from './spreadsheet-columns.ts'
import type { Sheet } from './spreadsheets.ts'
import type { DayOrder } from './written-days.ts'
import type { CommaReading } from './written-numbers.ts'

/** What only a person can say about a file. */
export const SHEET_QUESTIONS = ['COMMAS', 'DAY_ORDER'] as const
export type SheetQuestion = (typeof SHEET_QUESTIONS)[number]

/** What was said: null where nothing was. */
export type SheetChoices = { commas: CommaReading | null; dayOrder: DayOrder | null }
export const NOTHING_CHOSEN: SheetChoices = { commas: null, dayOrder: null }

export type SheetChoice = {
  question: SheetQuestion
  words: string
  /** What was taken; null where the answer is needed before anything can be done. */
  taken: string | null
}

export type SheetFact = { label: string; figure: string }

export type SheetReading = {
  /** The sign between cells in words; null where lines hold one cell. */
  delimiter: string | null
  /** The number of the heading's line; null without one. */
  headingLine: number | null
  columns: { heading: string; readAs: string | null }[]
  facts: SheetFact[]
  notes: string[]
  choices: SheetChoice[]
}

const NAMES: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'upright line' }
const MOST_FACTS = 60
const MOST_COLUMNS = 40
const MOST_NOTES = 20

/** The reading of a sheet, with what the import makes of it. */
export function readingOf<Key extends string>(
  sheet: Pick<Sheet<Key>, 'delimiter' | 'headingLine' | 'columns'>,
  rules: ColumnRules<Key>,
  more: { facts?: SheetFact[]; notes?: string[]; choices?: SheetChoice[] } = {},
): SheetReading {
  const labels = new Map(entriesOf(rules).map(([key, { label }]) => [key, label]))
  const { facts = [], notes = [], choices = [] } = more
  return {
    delimiter: sheet.delimiter === null ? null : (NAMES[sheet.delimiter] ?? `“${sheet.delimiter}”`),
    headingLine: sheet.headingLine,
    columns: sheet.columns.slice(0, MOST_COLUMNS).map(({ heading, readAs }) => ({
      heading: onOneLine(heading).slice(0, 120),
      readAs: readAs === null ? null : (labels.get(readAs) ?? readAs),
    })),
    facts: facts.slice(0, MOST_FACTS),
    notes: [
      ...notes.slice(0, MOST_NOTES),
      ...(notes.length > MOST_NOTES ? [`${notes.length - MOST_NOTES} more remarks are not listed.`] : []),
      ...(facts.length > MOST_FACTS ? [`${facts.length - MOST_FACTS} more figures are not listed.`] : []),
    ],
    choices,
  }
}

/** How each question can be answered, in words. */
export const SHEET_ANSWERS = {
  COMMAS: {
    DECIMALS: 'Decimals: 12,5 is twelve and a half',
    THOUSANDS: 'Thousands: 1,234 is 1234',
  } satisfies Record<CommaReading, string>,
  DAY_ORDER: {
    DAY_FIRST: 'The day first: 1/2/2026 is 1 February',
    MONTH_FIRST: 'The month first: 1/2/2026 is 2 January',
  } satisfies Record<DayOrder, string>,
} as const satisfies Record<SheetQuestion, Record<string, string>>

/** Asks what commas in numbers are. */
export function askForCommas(taken: CommaReading | null): SheetChoice {
  return { question: 'COMMAS', words: 'What are commas in numbers?', taken }
}

/** Asks which comes first, the day or the month. */
export function askForDayOrder(taken: DayOrder | null): SheetChoice {
  return { question: 'DAY_ORDER', words: 'Which comes first in dates?', taken }
}
