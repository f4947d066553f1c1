import type { RoundState } from '#domain/votes.ts'
import { Tag, type TagTone } from './tag.tsx'

const STATES: Record<RoundState, { label: string; tone: TagTone }> = {
  DRAFT: { label: 'Not opened yet', tone: 'plain' },
  OPEN: { label: 'Voting is open', tone: 'accent' },
  CLOSED: { label: 'Voting has closed', tone: 'holds' },
}

/** Whether a voting round is prepared, open or closed. */
export function RoundStateTag({ state }: { state: RoundState }) {
  return <Tag tone={STATES[state].tone}>{STATES[state].label}</Tag>
}
