import { type Refusal, refusal } from './refusal.ts'

/** Where a project stands, in order. After SHARING it is closed. From the Lab's own process of 2017. */
export const PHASES = ['DISCOVERY', 'DEVELOPMENT', 'TESTING', 'SHARING', 'CLOSED'] as const
export type Phase = (typeof PHASES)[number]

export const PHASE_LABELS: Record<Phase, string> = {
  DISCOVERY: 'Discovery',
  DEVELOPMENT: 'Development',
  TESTING: 'Testing',
  SHARING: 'Sharing',
  CLOSED: 'Closed',
}

/** The phase that comes next; null for a closed project. */
export function nextPhase(phase: Phase): Phase | null {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null
}

/**
 * A project goes forward one phase at a time, and back to any earlier phase when someone says why. When two people
 * press "next" at once, the first moves it and the second is told.
 */
export function refusePhaseChange(from: Phase, to: Phase, reason: string | null = null): Refusal | null {
  if (from === to) {
    return refusal(
      'STALE_STATE',
      `This project is already ${inPhase(to)}. Reload the page to see where it stands.`,
    )
  }
  if (PHASES.indexOf(to) < PHASES.indexOf(from)) {
    if (reason !== null && reason.trim() !== '') return null
    return refusal('BAD_USER_INPUT', `Say why the project goes back to ${inWords(to)}.`, 'reason')
  }
  const next = nextPhase(from)
  if (next === null || next === to) return null
  return refusal(
    'NOT_ALLOWED_NOW',
    `A project goes forward one phase at a time. The next phase is ${inWords(next)}.`,
  )
}

function inWords(phase: Phase): string {
  return PHASE_LABELS[phase].toLowerCase()
}

function inPhase(phase: Phase): string {
  return phase === 'CLOSED' ? 'closed' : `in ${inWords(phase)}`
}

/** The names of areas as they are typed in one field: each on a line of its own, or with commas between them. */
export function readAreaNames(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((name) => name.trim())
    .filter(Boolean)
}
