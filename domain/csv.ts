// A spreadsheet runs what starts like a formula. Quotes in front of one count too, so that taking one off undoes this.
const READS_AS_FORMULA = /^'*[=+\-@\t\r＝＋－＠]/
const WAS_PREFIXED = /^'+[=+\-@\t\r＝＋－＠]/

/** What people wrote stays text when a spreadsheet opens it: a cell that would run as a formula gets a quote in front. */
export function formulaSafe(cell: string): string {
  return READS_AS_FORMULA.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before the quote, so that an export read back equals the original. */
export function withoutFormulaPrefix(cell: string): string {
  return WAS_PREFIXED.test(cell) ? cell.slice(1) : cell
}

/** Tells spreadsheets that a file is UTF-8. */
export const CSV_START = '\ufeff'

/** One line of a file as RFC 4180 has it. Nothing is an empty cell; numbers are never taken for formulas. */
export function csvLine(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const cell = typeof value === 'number' ? String(value) : formulaSafe(value)
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
