import type { IdeaStatus } from './ideas.ts'
import { type Refusal, refusal } from './refusal.ts'

/** What somebody says became of an idea when its day has come. */
export const CHECK_IN_OUTCOMES = ['DONE', 'UNDER_WAY', 'NOT_BEGUN', 'GIVEN_UP'] as const
export type CheckInOutcome = (typeof CHECK_IN_OUTCOMES)[number]

export const CHECK_IN_OUTCOME_LABELS: Record<CheckInOutcome, string> = {
  DONE: 'Done',
  UNDER_WAY: 'Under way',
  NOT_BEGUN: 'Not begun',
  GIVEN_UP: 'Given up',
}

/** How long after its day somebody is still asked by e-mail. Workshops of years ago are on the page alone. */
export const ASKED_WITHIN_DAYS = 30

/** Of an idea on the wall anybody who answers for it may say what became of it. Giving one up takes a reason. */
export function refuseCheckIn(
  idea: { status: IdeaStatus },
  said: { outcome: CheckInOutcome; text: string },
): Refusal | null {
  if (idea.status !== 'ON_THE_WALL') {
    const message = 'This idea is not on the wall any more. Say it of the idea that it went into, if it did.'
    return refusal('NOT_ALLOWED_NOW', message)
  }
  if (said.outcome !== 'GIVEN_UP' || said.text !== '') return null
  return refusal('BAD_USER_INPUT', 'Say why it was given up: people will ask.', 'text')
}

/** What was said, as a brief's timeline tells it. */
export function checkInWords({ outcome, text }: { outcome: CheckInOutcome; text: string | null }): string {
  const label = CHECK_IN_OUTCOME_LABELS[outcome]
  return text ? `${label}: ${text}` : label
}
