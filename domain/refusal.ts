/** Every code that a refusal may carry. Stable: partners and tests switch on them. */
export const REFUSAL_CODES = [
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'ROUND_CLOSED',
  'ROUND_FROZEN',
  'VOTE_LIMIT_REACHED',
  'ISSUE_NOT_VOTABLE',
  'RESULTS_HIDDEN',
  'IDEMPOTENCY_MISMATCH',
  'STALE_STATE',
  'STEP_NOT_OPEN',
  'ROOM_NOT_FOUND',
  'RATE_LIMITED',
  'ENTRIES_DIFFER',
  'TIE_NEEDS_REASON',
  'DUPLICATE_IN_BALLOT',
  'BALLOT_SIZE',
  'NOT_ALLOWED_NOW',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** An expected "no": a stable code, a sentence that says what to do next and, where one is to blame, the input field. */
export type Refusal = { code: RefusalCode; message: string; field: string | null }

/** Makes a refusal. The message is a sentence for the person who is refused. */
export function refusal(code: RefusalCode, message: string, field: string | null = null): Refusal {
  return { code, message, field }
}

/** What became of reading an input: the clean value, or the refusal to show beside the field. */
export type Reading<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** A line of an imported file that was left out: its number, a code, and why. */
export type LineRefusal = { line: number; code: RefusalCode; reason: string }
