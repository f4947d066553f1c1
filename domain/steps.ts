import { type Refusal, refusal } from './refusal.ts'

/** What participants may do while a step is open. */
export const ACTIVITIES = ['GATHER', 'SHORTLIST', 'VOTE', 'REFRAME', 'IDEATE', 'CRITIQUE', 'TALK'] as const
export type Activity = (typeof ACTIVITIES)[number]

/** A step waits, runs, or is done; a done step can be reopened. */
export const STEP_STATES = ['PLANNED', 'OPEN', 'DONE'] as const
export type StepState = (typeof STEP_STATES)[number]

export type Step = { activity: Activity; state: StepState }

export const ACTIVITY_LABELS: Record<Activity, string> = {
  GATHER: 'Write issues',
  SHORTLIST: 'Put issues forward',
  VOTE: 'Vote',
  REFRAME: 'Reword the top issues',
  IDEATE: 'Write ideas',
  CRITIQUE: 'Comment on ideas',
  TALK: 'Listen and talk',
}

export const STEP_STATE_LABELS: Record<StepState, string> = { PLANNED: 'Planned', OPEN: 'Open', DONE: 'Done' }

/** What we may do now follows from the steps that are open, and from nothing else. */
export function permittedActivities(steps: readonly Step[]): Activity[] {
  return ACTIVITIES.filter((activity) => may(activity, steps))
}

/** I may do something while at least one step for it is open. */
export function may(activity: Activity, steps: readonly Step[]): boolean {
  return steps.some((step) => step.activity === activity && step.state === 'OPEN')
}

const NOT_OPEN: Record<Activity, string> = {
  GATHER: 'Writing issues is not open now. You can add an issue when the facilitator opens that step.',
  SHORTLIST:
    'Putting issues forward is not open now. Your table can choose when the facilitator opens that step.',
  VOTE: 'Voting is not open now. You can place your dots when the facilitator opens that step.',
  REFRAME:
    'Rewording the top issues is not open now. You can add your words when the facilitator opens that step.',
  IDEATE: 'Writing ideas is not open now. You can add an idea when the facilitator opens that step.',
  CRITIQUE:
    'Commenting on ideas is not open now. You can add a comment when the facilitator opens that step.',
  TALK: 'This step is not open now. Wait for the facilitator to open it.',
}

/** When a step is not open I am told so, and what to wait for. */
export function stepNotOpen(activity: Activity): Refusal {
  return refusal('STEP_NOT_OPEN', NOT_OPEN[activity])
}

/**
 * A step goes from planned to open to done, and a done step can be reopened: going back loses nothing. When two
 * facilitators press at once, the first moves it and the second is told.
 */
export function refuseStepChange(from: StepState, to: StepState, expected: StepState = from): Refusal | null {
  if (from === to || from !== expected) {
    return refusal(
      'STALE_STATE',
      `Someone has changed this step since you looked. It is now ${STEP_STATE_LABELS[from].toLowerCase()}.`,
    )
  }
  if (to === 'OPEN' || (from === 'OPEN' && to === 'DONE')) return null
  if (to === 'DONE') return refusal('NOT_ALLOWED_NOW', 'Open this step before you end it.')
  const instead = from === 'OPEN' ? 'End it instead.' : 'It can be reopened.'
  return refusal('NOT_ALLOWED_NOW', `A step that has been opened cannot be planned again. ${instead}`)
}

/** A step is moved to a place in the order; all others keep their order. */
export function reorder(ids: readonly string[], movedId: string, toIndex: number): string[] {
  if (!ids.includes(movedId)) return [...ids]
  const others = ids.filter((id) => id !== movedId)
  return others.toSpliced(Math.max(0, toIndex), 0, movedId)
}
