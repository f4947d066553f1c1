import type { z } from 'zod'
import { type Reading, refusal } from './refusal.ts'

/** A form is read whole; the first field at fault is named, and its sentence says what to do. */
export function readInput<T>(schema: z.ZodType<T>, input: unknown): Reading<T> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [first] = parsed.error.issues
  const field = first === undefined || first.path.length === 0 ? null : first.path.map(String).join('.')
  const message = first?.message ?? 'This cannot be read. Check what you entered.'
  return { ok: false, refusal: refusal('BAD_USER_INPUT', message, field) }
}
