import {
  CYCLE_DECISION_LABELS,
  CYCLE_STATE_LABELS,
  type CycleDecision,
  type CycleState,
} from '#domain/cycles.ts'
import { Tag } from './tag.tsx'

/** The part that a cycle is in, or how it ended. */
export function CycleTag({ state, decision }: { state: CycleState; decision: CycleDecision | null }) {
  if (decision === null) return <Tag tone="accent">{CYCLE_STATE_LABELS[state]}</Tag>
  return <Tag tone={decision === 'ADOPT' ? 'holds' : 'plain'}>{CYCLE_DECISION_LABELS[decision]}</Tag>
}
