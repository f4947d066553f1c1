import { type Refusal, refusal } from './refusal.ts'
import type { RoundState } from './votes.ts'

/**
 * When voting has closed, the issues above the cut are taken forward. A tie across the cut is decided by a person, and
 * so is any other choice than the vote's; either way the reason is written down.
 */
export function refusePriorities(choice: {
  roundState: RoundState
  optionIds: readonly string[]
  rollIds: readonly string[]
  cut: Readonly<Record<'above' | 'tiedAcross', readonly string[]>>
  reason: string | null
}): Refusal | null {
  const { roundState, rollIds, cut } = choice
  const chosen = [...new Set(choice.optionIds)]
  if (roundState !== 'CLOSED')
    return refusal('NOT_ALLOWED_NOW', 'Close voting before you declare the priorities.')
  if (chosen.length === 0)
    return refusal('BAD_USER_INPUT', 'Choose at least one issue to take forward.', 'optionIds')
  if (chosen.some((id) => !rollIds.includes(id))) {
    return refusal(
      'NOT_FOUND',
      'One of these issues is not on the ballot. Reload the page and choose again.',
      'optionIds',
    )
  }
  if (choice.reason !== null && choice.reason.trim() !== '') return null
  if (cut.tiedAcross.length > 0) {
    return refusal(
      'TIE_NEEDS_REASON',
      'Issues tie across the cut. Say why you take these and not the others.',
      'reason',
    )
  }
  const asVoted = chosen.length === cut.above.length && cut.above.every((id) => chosen.includes(id))
  if (asVoted) return null
  return refusal(
    'BAD_USER_INPUT',
    'These are not the issues that the vote put above the cut. Say why you take them.',
    'reason',
  )
}

/** Nobody declares over what somebody else has declared meanwhile without having seen it; the same again changes nothing. */
export function refuseDeclaringOver(choice: {
  declared: readonly string[]
  /** What was declared as the choice was begun. */
  basedOn: readonly string[]
  optionIds: readonly string[]
}): Refusal | null {
  const declared = choice.declared.join()
  if (declared === choice.basedOn.join() || declared === choice.optionIds.join()) return null
  return refusal(
    'STALE_STATE',
    'Somebody else has declared priorities meanwhile. Look at theirs, then declare again if yours are right.',
    'optionIds',
  )
}
