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
