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

/** The step that ended last of those in which something could be done; null while one is open, or none has been. */
export function endedStep<Ended extends Step & { closedAt: string | null }>(
  steps: readonly Ended[],
  activity: Activity,
): Ended | null {
  if (may(activity, steps)) return null
  const ended = steps.filter((step) => step.activity === activity && step.state === 'DONE')
  return ended.toSorted((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? '')).at(-1) ?? null
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

/** A step that follows a vote, and where to. */
export type StepMove<S extends Step> = { step: S; to: StepState }

/**
 * As voting opens, so does the step for it: the next that is planned, or the last one again; and putting issues forward
 * ends, as the ballot is fixed. Otherwise people would be told to do what they cannot do any more.
 */
export function stepsAsVotingOpens<S extends Step>(steps: readonly S[]): StepMove<S>[] {
  const votes = steps.filter(({ activity }) => activity === 'VOTE')
  const next = votes.find(({ state }) => state === 'PLANNED') ?? votes.at(-1)
  const opens = next !== undefined && !may('VOTE', steps) ? [{ step: next, to: 'OPEN' as const }] : []
  return [...opens, ...ended('SHORTLIST', steps)]
}

/** As voting closes, so does the step for it. It can be reopened, as every step can. */
export function stepsAsVotingCloses<S extends Step>(steps: readonly S[]): StepMove<S>[] {
  return ended('VOTE', steps)
}

function ended<S extends Step>(activity: Activity, steps: readonly S[]): StepMove<S>[] {
  return steps
    .filter((step) => step.activity === activity && step.state === 'OPEN')
    .map((step) => ({ step, to: 'DONE' }))
}

/** A step is moved to a place in the order; all others keep their order. */
export function reorder(ids: readonly string[], movedId: string, toIndex: number): string[] {
  if (!ids.includes(movedId)) return [...ids]
  const others = ids.filter((id) => id !== movedId)
  return others.toSpliced(Math.max(0, toIndex), 0, movedId)
}
