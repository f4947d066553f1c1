import type { Granted } from '#domain/tokens.ts'

/** Whether everything that is published is granted, and which workshops are, as two values of a statement. */
export function asValues(granted: Granted | null): [boolean, string[]] {
  return [granted === 'ALL', Array.isArray(granted) ? [...granted] : []]
}
