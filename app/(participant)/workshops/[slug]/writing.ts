import { type Activity, endedStep, type Step } from '#domain/steps.ts'

/** A place to write in: open, or for what was left there when a step ended, whose title it then holds. */
export type Writing = { ended: string | null }

type Workshop = {
  viewerSeat: object | null
  steps: readonly (Step & { title: string; closedAt: string | null })[]
}

/** Whether the viewer writes here now, or may have words left from when they did; null where there is neither. */
export function writingIn(
  { viewerSeat, steps }: Workshop,
  activity: Activity,
  mayWrite: boolean,
): Writing | null {
  if (mayWrite) return { ended: null }
  const ended = viewerSeat && endedStep(steps, activity)
  return ended ? { ended: ended.title } : null
}
