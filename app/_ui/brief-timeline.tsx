import { BRIEF_STATUS_LABELS, type BriefStatus, type BriefUpdateKind } from '#domain/briefs.ts'
import { formatDay } from '#domain/dates.ts'

type Update = {
  id: string
  kind: BriefUpdateKind
  happenedOn: string
  text: string | null
  from: BriefStatus | null
  to: BriefStatus | null
  authorName: string | null
  cycle: { number: number; team: { organisation: string } } | null
  measure: { title: string } | null
}

const SAID: Record<BriefUpdateKind, string> = {
  NOTE: 'Note',
  STATUS_CHANGED: 'Status changed',
  PUBLISHED: 'Published',
  UNPUBLISHED: 'Kept inside again',
  STATEMENT_JOINED: 'A statement was joined',
  STATEMENT_LEFT: 'A statement was taken out',
  IDEA_JOINED: 'An idea was joined',
  IDEA_LEFT: 'An idea was taken out',
  IDEA_CHECKED_IN: 'Somebody said what became of an idea',
  MEASURE_JOINED: 'A measure was joined',
  MEASURE_LEFT: 'A measure was taken out',
  WATCH_FOR_ADDED: 'Something to watch for was added',
  TEAM_ADDED: 'A test team was added',
  CYCLE_PLANNED: 'planned',
  CYCLE_MOVED: 'moved to another part',
  CYCLE_FINISHED: 'finished',
  COMMENT_HIDDEN: 'A comment was hidden',
  COMMENT_SHOWN: 'A comment was shown again',
}

/** What happened to a brief, the latest first. */
export function BriefTimeline({ updates }: { updates: readonly Update[] }) {
  if (updates.length === 0) return <p className="text-ink-soft">Nothing has happened yet.</p>
  return (
    <ol className="mt-3 space-y-4 border-s-2 border-line ps-4">
      {updates.map((update) => (
        <li key={update.id} className="wrap-anywhere">
          <p className="text-ink-soft">
            {formatDay(update.happenedOn)}
            {update.authorName ? `, ${update.authorName}` : ''}
          </p>
          <p className="font-bold">{headingOf(update)}</p>
          {update.text ? <p className="whitespace-pre-line">{update.text}</p> : null}
        </li>
      ))}
    </ol>
  )
}

function headingOf({ kind, from, to, cycle, measure }: Update): string {
  if (from && to) return `${BRIEF_STATUS_LABELS[from]} → ${BRIEF_STATUS_LABELS[to]}`
  if (measure) return `${SAID[kind]}: ${measure.title}`
  if (cycle === null) return SAID[kind]
  return `Cycle ${cycle.number} of ${cycle.team.organisation} ${SAID[kind]}`
}
