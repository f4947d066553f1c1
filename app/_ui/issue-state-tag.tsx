import type { IssueState } from '#domain/issues.ts'
import { Tag, type TagTone } from './tag.tsx'

const STATES: Record<IssueState, { label: string; tone: TagTone }> = {
  RAISED: { label: 'Raised', tone: 'plain' },
  PUT_FORWARD: { label: 'Put forward', tone: 'holds' },
  NOT_CHOSEN: { label: 'Not chosen', tone: 'plain' },
}

/** What its table decided about an issue. */
export function IssueStateTag({ state }: { state: IssueState }) {
  return <Tag tone={STATES[state].tone}>{STATES[state].label}</Tag>
}
