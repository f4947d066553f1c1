import { type Refusal, refusal } from './refusal.ts'

/** The parts of a Plan-Do-Study-Act cycle, in the only order there is, and its end. */
export const CYCLE_STATES = ['PLAN', 'DO', 'STUDY', 'ACT', 'DONE'] as const
export type CycleState = (typeof CYCLE_STATES)[number]

export const CYCLE_STATE_LABELS: Record<CycleState, string> = {
  PLAN: 'Plan',
  DO: 'Do',
  STUDY: 'Study',
  ACT: 'Act',
  DONE: 'Done',
}

/** What a team decides at the end of a cycle. */
export const CYCLE_DECISIONS = ['ADOPT', 'ADAPT', 'ABANDON'] as const
export type CycleDecision = (typeof CYCLE_DECISIONS)[number]

export const CYCLE_DECISION_LABELS: Record<CycleDecision, string> = {
  ADOPT: 'Adopt',
  ADAPT: 'Adapt',
  ABANDON: 'Abandon',
}

/** What people write in a cycle. */
export const CYCLE_WORDS = [
  'question',
  'prediction',
  'scale',
  'setting',
  'dataPlan',
  'happened',
  'comparison',
] as const
export type CycleWord = (typeof CYCLE_WORDS)[number]
export type CycleWords = Record<CycleWord, string | null>

/** The part in which each is written. */
const WRITTEN_IN: Record<CycleWord | 'dataOverTime', CycleState> = {
  question: 'PLAN',
  prediction: 'PLAN',
  scale: 'PLAN',
  setting: 'PLAN',
  dataPlan: 'PLAN',
  dataOverTime: 'PLAN',
  happened: 'DO',
  comparison: 'STUDY',
}

/** What must be written before the next part begins, and how to ask for it. */
const ASKED_BEFORE: Record<CycleState, readonly [CycleWord, string][]> = {
  PLAN: [],
  DO: [
    ['question', 'Write the question that this test answers before you begin it.'],
    ['prediction', 'Write what you predict before you begin: what you learn is the difference from it.'],
    ['scale', 'Write the smallest scale that is still useful, such as one patient or one ward.'],
  ],
  STUDY: [['happened', 'Write what happened before you study it.']],
  ACT: [['comparison', 'Compare what happened with the prediction before you decide.']],
  DONE: [],
}

type Cycle = CycleWords & { state: CycleState }

/**
 * A cycle goes through its parts in order, each when the one before is written. It may go back to any earlier part, with
 * a reason. It ends with a decision and in no other way.
 */
export function refuseCycleMove(
  cycle: Cycle,
  { from, to, reason }: { from: CycleState; to: CycleState; reason: string },
): Refusal | null {
  const stale = refuseStaleCycle(cycle.state, from)
  if (stale) return stale
  const step = CYCLE_STATES.indexOf(to) - CYCLE_STATES.indexOf(from)
  if (step === 0) return refusal('STALE_STATE', `This cycle is already in ${CYCLE_STATE_LABELS[to]}.`, 'to')
  if (step < 0) {
    if (reason !== '') return null
    return refusal('BAD_USER_INPUT', `Say why the cycle goes back to ${CYCLE_STATE_LABELS[to]}.`, 'reason')
  }
  if (to === 'DONE')
    return refusal('NOT_ALLOWED_NOW', 'A cycle ends with a decision: adopt, adapt or abandon.')
  if (step > 1) {
    const next = CYCLE_STATE_LABELS[CYCLE_STATES[CYCLE_STATES.indexOf(from) + 1] ?? 'DONE']
    return refusal('NOT_ALLOWED_NOW', `A cycle goes forward one part at a time. The next part is ${next}.`)
  }
  const [missing] = ASKED_BEFORE[to].filter(([word]) => cycle[word] === null)
  return missing === undefined ? null : refusal('BAD_USER_INPUT', missing[1], missing[0])
}

/** The decision is taken in the part Act, once. */
export function refuseFinish(state: CycleState): Refusal | null {
  if (state === 'DONE') {
    return refusal(
      'STALE_STATE',
      'Someone has finished this cycle since you looked. Reload the page to see how.',
    )
  }
  if (state === 'ACT') return null
  return refusal(
    'NOT_ALLOWED_NOW',
    `This cycle is in ${CYCLE_STATE_LABELS[state]}. Go on to Act, then decide.`,
  )
}

/** Only the part that a cycle is in can be written: what was predicted stays as it was predicted. */
export function refuseCycleWords(
  state: CycleState,
  written: readonly (CycleWord | 'dataOverTime')[],
): Refusal | null {
  const wrong = written.find((word) => WRITTEN_IN[word] !== state)
  if (wrong === undefined) return null
  const part = CYCLE_STATE_LABELS[WRITTEN_IN[wrong]]
  const now = CYCLE_STATE_LABELS[state]
  return refusal(
    'NOT_ALLOWED_NOW',
    `This is written in ${part}, and the cycle is in ${now}. Go back to ${part}, with a reason, to change it.`,
    wrong,
  )
}

/** The next cycle of a ramp follows one that is done, of the same team, and is the only one to follow it. */
export function refuseRamp(
  previous: { state: CycleState; sameTeam: boolean; followed: boolean } | null,
): Refusal | null {
  if (previous === null || !previous.sameTeam) {
    return refusal('NOT_FOUND', 'The cycle before is not one of this team. Choose another.', 'previousId')
  }
  if (previous.state !== 'DONE') {
    return refusal(
      'NOT_ALLOWED_NOW',
      'Finish the cycle before with a decision, then plan the next.',
      'previousId',
    )
  }
  if (!previous.followed) return null
  return refusal('STALE_STATE', 'Someone has planned the next cycle since you looked. Open it instead.')
}

/**
 * The features of a good cycle: iterative cycles, a test based on a prediction, a small scale, and data over time. From
 * Taylor et al. 2014, "Systematic review of the application of the plan-do-study-act method to improve quality in
 * healthcare", BMJ Quality & Safety 23:290-298. Documentation, their fifth, is what writing it down here gives.
 */
export const CYCLE_FEATURES = ['ITERATION', 'PREDICTION', 'SMALL_SCALE', 'DATA_OVER_TIME'] as const
export type CycleFeature = (typeof CYCLE_FEATURES)[number]

export const CYCLE_FEATURE_LABELS: Record<CycleFeature, string> = {
  ITERATION: 'Iteration',
  PREDICTION: 'Prediction',
  SMALL_SCALE: 'Small scale',
  DATA_OVER_TIME: 'Data over time',
}

// Before and after are two days: what shows how something changes has another between them.
const DAYS_OVER_TIME = 3

/**
 * Which of the four features a cycle has, in their order. Data over time is seen from the brief's measures. The tick by
 * hand stays beside it, since many teams count on a paper at the door and never bring those figures here.
 */
export function featuresOf(cycle: {
  /** Whether a cycle stands before or after it in its ramp. */
  linked: boolean
  prediction: string | null
  scale: string | null
  /** Whether somebody has ticked that its data is collected again and again, wherever that is kept. */
  dataOverTime: boolean
  /** On how many days within the cycle a measure of its brief has a point. */
  measuredDays: number
}): CycleFeature[] {
  const has: Record<CycleFeature, boolean> = {
    ITERATION: cycle.linked,
    PREDICTION: cycle.prediction !== null,
    SMALL_SCALE: cycle.scale !== null,
    DATA_OVER_TIME: cycle.dataOverTime || cycle.measuredDays >= DAYS_OVER_TIME,
  }
  return CYCLE_FEATURES.filter((feature) => has[feature])
}

function refuseStaleCycle(now: CycleState, expected: CycleState): Refusal | null {
  if (now === expected) return null
  return refusal(
    'STALE_STATE',
    `Someone has moved this cycle since you looked. It is now in ${CYCLE_STATE_LABELS[now]}.`,
  )
}
