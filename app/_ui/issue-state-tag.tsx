import { ISSUE_STATE_LABELS, type IssueState } from '#domain/issues.ts'
import { Tag } from './tag.tsx'

/** What its table decided about an issue. */
export function IssueStateTag({ state }: { state: IssueState }) {
  return <Tag tone={state === 'PUT_FORWARD' ? 'holds' : 'plain'}>{ISSUE_STATE_LABELS[state]}</Tag>
}
