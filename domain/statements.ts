import { type Reading, type Refusal, refusal } from './refusal.ts'
import { stepNotOpen } from './steps.ts'

/** A statement rewords so many priorities at most. */
export const MOST_PRIORITIES = 8

/** Who acts, and whether the step for it is open to participants. */
type Acting = { activityOpen: boolean; facilitator: boolean }

/** Participants reword priorities while that step is open; facilitators may at any time. */
export function refuseStatement({ activityOpen, facilitator }: Acting): Refusal | null {
  return facilitator || activityOpen ? null : stepNotOpen('REFRAME')
}

/** A statement rewords one to eight priorities, each named once. */
export function readPriorities(ids: readonly string[]): Reading<string[]> {
  const distinct = [...new Set(ids.map((id) => id.toLowerCase()))]
  const no = (message: string): Reading<string[]> => ({
    ok: false,
    refusal: refusal('BAD_USER_INPUT', message, 'priorityIds'),
  })
  if (distinct.length === 0) return no('Choose at least one priority that this statement rewords.')
  if (distinct.length > MOST_PRIORITIES) {
    return no(
      `A statement rewords up to ${MOST_PRIORITIES} priorities. Choose fewer, or write a second statement.`,
    )
  }
  return { ok: true, value: distinct }
}

/** I may word my own statement anew while that step is open; a facilitator may word any, at any time. */
export function refuseRewording(statement: Acting & { own: boolean; withdrawn: boolean }): Refusal | null {
  if (!statement.own && !statement.facilitator) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'Only the person who wrote this statement, or a facilitator, can change it. You can add a reason to it.',
    )
  }
  return refuseGone(statement) ?? refuseStatement(statement)
}

/** A statement can be taken back as long as no idea was written for it: ideas never lose what they are for. */
export function refuseStatementWithdrawal(
  statement: Acting & { own: boolean; withdrawn: boolean; ideas: number },
): Refusal | null {
  const no = refuseRewording(statement)
  if (no || statement.ideas === 0) return no
  return refusal(
    'NOT_ALLOWED_NOW',
    'Ideas were written for this statement, so it stays. You can word it anew, or move its ideas to another first.',
  )
}

/** Facilitators mark two statements similar; neither to itself, nor one that was taken back. */
export function refuseSimilar(pair: { same: boolean; withdrawn: boolean }): Refusal | null {
  if (pair.same) {
    return refusal('BAD_USER_INPUT', 'A statement is not similar to itself. Choose another one.', 'similarId')
  }
  return refuseGone(pair)
}

/** Anybody who rewords may say why a statement is important, under the same rule. */
export function refuseReason(writer: Acting & { statementWithdrawn: boolean }): Refusal | null {
  if (!writer.statementWithdrawn) return refuseStatement(writer)
  const message = 'This statement has been withdrawn. Choose another one to give a reason for.'
  return refusal('NOT_ALLOWED_NOW', message)
}

/** I may change my own reason while that step is open; a facilitator may change any, at any time. */
export function refuseReasonEdit(
  reason: Acting & { own: boolean; withdrawn: boolean; statementWithdrawn: boolean },
): Refusal | null {
  if (!reason.own && !reason.facilitator) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'Only the person who wrote this reason, or a facilitator, can change it. You can add one of your own.',
    )
  }
  if (reason.withdrawn) {
    return refusal('NOT_ALLOWED_NOW', 'This reason has been withdrawn. Bring it back before you change it.')
  }
  return refuseReason(reason)
}

function refuseGone({ withdrawn }: { withdrawn: boolean }): Refusal | null {
  if (!withdrawn) return null
  return refusal('NOT_ALLOWED_NOW', 'This statement has been withdrawn. Bring it back before you change it.')
}
