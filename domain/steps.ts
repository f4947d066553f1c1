/** What participants may do while a step is open. */
export const ACTIVITIES = ['GATHER', 'SHORTLIST', 'VOTE', 'REFRAME', 'IDEATE', 'CRITIQUE', 'TALK'] as const
export type Activity = (typeof ACTIVITIES)[number]

/** A step waits, runs, or is done; a done step can be reopened. */
export const STEP_STATES = ['PLANNED', 'OPEN', 'DONE'] as const
export type StepState = (typeof STEP_STATES)[number]
