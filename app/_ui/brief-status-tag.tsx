import { BRIEF_STATUS_LABELS, type BriefStatus } from '#domain/briefs.ts'
import { Tag, type TagTone } from './tag.tsx'

const TONES: Record<BriefStatus, TagTone> = {
  PROPOSED: 'plain',
  ACTIVE: 'accent',
  TESTING: 'accent',
  ADOPTED: 'holds',
  PARKED: 'waits',
  STOPPED: 'plain',
}

/** Where a brief stands. */
export function BriefStatusTag({ status }: { status: BriefStatus }) {
  return <Tag tone={TONES[status]}>{BRIEF_STATUS_LABELS[status]}</Tag>
}
