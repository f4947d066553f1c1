import { STEP_STATE_LABELS, type StepState } from '#domain/steps.ts'
import { Tag, type TagTone } from './tag.tsx'

const TONES: Record<StepState, TagTone> = { PLANNED: 'plain', OPEN: 'accent', DONE: 'holds' }

/** Whether a step waits, runs or is done. */
export function StepStateTag({ state }: { state: StepState }) {
  return <Tag tone={TONES[state]}>{STEP_STATE_LABELS[state]}</Tag>
}
