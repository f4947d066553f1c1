import type { Phase } from '#domain/projects.ts'
import { Tag } from './tag.tsx'

const LABELS: Record<Phase, string> = {
  DISCOVERY: 'Discovery',
  DEVELOPMENT: 'Development',
  TESTING: 'Testing',
  SHARING: 'Sharing',
  CLOSED: 'Closed',
}

/** Where a project stands, in words. */
export function PhaseTag({ phase }: { phase: Phase }) {
  return <Tag tone={phase === 'CLOSED' ? 'plain' : 'accent'}>{LABELS[phase]}</Tag>
}
