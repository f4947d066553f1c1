import { plural } from '#domain/numbers.ts'

/** What is wrong with a text before it is sent: nothing in it, or too much. Null when it can go. */
export function problemWith(text: string, limit: number, whenEmpty: string): string | null {
  const length = [...text.trim()].length
  if (length === 0) return whenEmpty
  return length > limit ? `${plural(length - limit, 'character')} too long. The limit is ${limit}.` : null
}
