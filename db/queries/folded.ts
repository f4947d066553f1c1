import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { UNSEEN_MARKS } from '#db/unseen-marks.ts'

// What a filter finds is what the search finds: texts are compared without what the eye does not tell apart.

/** Curly and straight apostrophes, quotes and dashes, each kind as the plain one. */
const KINDS = [
  ['’‘ʼ´`′', "'"],
  ['“”„«»″', '"'],
  ['–—‑‐−', '-'],
] as const

const FROM = KINDS.map(([from]) => from).join('') + UNSEEN_MARKS
const TO = KINDS.map(([from, to]) => to.repeat(from.length)).join('')

/** A text of SQL in lower case and without accents, with plain quotes and dashes, and without marks that nobody sees. */
function folded(expression: string): string {
  return `lower(public.unaccent(translate(${expression}, '${FROM.replaceAll("'", "''")}', '${TO.replaceAll("'", "''")}')))`
}

/** Whether a text of SQL holds what an SQL expression says, as `folded` compares them. */
export function holds(text: string, sought: string): string {
  return `position(${folded(sought)} in ${folded(text)}) > 0`
}

const [BEFORE = '', AFTER = ''] = folded('?')
  .split('?')
  .map((part) => sql.raw(part))

/** The same for the query builder: whether a column holds what somebody typed. */
export function holdsTyped(column: AnyColumn | SQL, typed: string): SQL {
  return sql`position(${BEFORE}${typed}::text${AFTER} in ${BEFORE}${column}${AFTER}) > 0`
}
