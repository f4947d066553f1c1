const TO_TEN = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const GROUPED = new Intl.NumberFormat('en-GB')

/** Numbers up to ten are written out, as in "your four dots"; from 11 on they are figures. */
export function numberInWords(count: number): string {
  return TO_TEN[count] ?? inFigures(count)
}

/** Large numbers are grouped in threes: "12,500". */
export function inFigures(count: number): string {
  return GROUPED.format(count)
}

/** A count with its noun: "1 vote", "0 votes", "2 people". */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${inFigures(count)} ${count === 1 ? one : many}`
}

/**
 * A share as a whole percentage, halves rounded up. What is not nothing never shows as 0%, and what is not all
 * never as 100%. Null when there is nothing to take a share of.
 */
export function percent(part: number, whole: number): string | null {
  if (whole <= 0) return null
  const rounded = wholePercent(part, whole)
  if (part > 0 && rounded === 0) return 'less than 1%'
  if (part < whole && rounded === 100) return 'more than 99%'
  return `${rounded}%`
}

/** A share of more than nothing, in whole per cent, halves rounded up. */
export function wholePercent(part: number, whole: number): number {
  return Math.floor((200 * part + whole) / (2 * whole))
}

/** A number is always shown with its base: "70 of 154 votes (45%)". With a base of nothing there is no percentage. */
export function ofTotal(part: number, whole: number, one: string, many: string = `${one}s`): string {
  const share = percent(part, whole)
  const words = `${inFigures(part)} of ${plural(whole, one, many)}`
  return share === null ? words : `${words} (${share})`
}
