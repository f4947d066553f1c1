import type { RunPageQuery } from './run.generated.ts'

export type RunWorkshop = NonNullable<RunPageQuery['workshop']>
export type RunStep = RunWorkshop['steps'][number]
export type RunRound = RunWorkshop['rounds'][number]

/** The one thing that moves the workshop on from where it is. */
export type NextAct =
  | { kind: 'ADD_STEPS' }
  | { kind: 'OPEN_STEP'; step: RunStep; ending: RunStep[] }
  | { kind: 'END_STEPS'; ending: RunStep[] }
  | { kind: 'SET_UP_ROUND' }
  | { kind: 'OPEN_ROUND'; round: RunRound }
  | { kind: 'CLOSE_ROUND'; round: RunRound }
  | { kind: 'DECLARE'; round: RunRound }
  | { kind: 'READ' }

/** Open step, open voting, close voting, declare priorities, and on to the next step. */
export function nextAct({ steps, rounds, source }: RunWorkshop): NextAct {
  const open = rounds.find(({ state }) => state === 'OPEN')
  if (open) return { kind: 'CLOSE_ROUND', round: open }
  const draft = rounds.find(({ state }) => state === 'DRAFT')
  const closed = rounds.find(({ state }) => state === 'CLOSED')
  if (closed && !draft && closed.priorities.length === 0 && !source) return { kind: 'DECLARE', round: closed }

  const running = steps.filter(({ state }) => state === 'OPEN')
  if (running.some(({ activity }) => activity === 'VOTE')) {
    if (draft) return { kind: 'OPEN_ROUND', round: draft }
    if (!closed) return { kind: 'SET_UP_ROUND' }
  }
  return nextStep(steps, running, source !== null)
}

// What comes after the last step that has run; a step that was skipped over can still be opened from the list.
function nextStep(steps: readonly RunStep[], running: RunStep[], imported: boolean): NextAct {
  const reached = steps.findLastIndex(({ state }) => state !== 'PLANNED')
  const planned = steps.find(({ state }, place) => state === 'PLANNED' && place > reached)
  if (planned) return { kind: 'OPEN_STEP', step: planned, ending: running }
  if (running.length > 0) return { kind: 'END_STEPS', ending: running }
  return steps.length === 0 && !imported ? { kind: 'ADD_STEPS' } : { kind: 'READ' }
}
