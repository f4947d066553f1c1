import { PHASE_LABELS, type Phase } from '#domain/projects.ts'
import { Tag } from './tag.tsx'

/** Where a project stands, in words. */
export function PhaseTag({ phase }: { phase: Phase }) {
  return <Tag tone={phase === 'CLOSED' ? 'plain' : 'accent'}>{PHASE_LABELS[phase]}</Tag>
}
