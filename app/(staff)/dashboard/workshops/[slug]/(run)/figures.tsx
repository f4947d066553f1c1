import Link from 'next/link'
import { postItsInWords } from '#domain/issues.ts'
import { inFigures } from '#domain/numbers.ts'
import { Card } from '../../../../../_ui/card.tsx'
import type { RunWorkshop } from './next-act.ts'

const NONE_OFF_THE_WALL = { merged: 0, hidden: 0, withdrawn: 0 }

/** How much there is of everything, each with the way to it. */
export function Figures({ workshop }: { workshop: RunWorkshop }) {
  const home = `/dashboard/workshops/${workshop.slug}`
  const { participantCount, invitedCount, statedParticipants } = workshop
  const { issueCount, postItCount, offTheWall, putForward, dotCount, priorities, ideas, reports } = workshop
  const rows = [
    {
      href: `${home}/people`,
      label: 'Participants',
      figure: statedParticipants ?? inFigures(participantCount),
      note: invitedCount ? `${inFigures(invitedCount)} more invited` : '',
    },
    {
      href: `${home}/issues`,
      label: 'Issues',
      figure: inFigures(issueCount),
      note: postItsInWords({ written: postItCount, ...(offTheWall ?? NONE_OFF_THE_WALL) }),
    },
    { href: `${home}/issues`, label: 'Put forward', figure: inFigures(putForward.totalCount) },
    { href: `${home}/voting`, label: 'Dots', figure: inFigures(dotCount) },
    { href: `${home}/voting`, label: 'Priorities', figure: inFigures(priorities.length) },
    { href: `${home}/ideas`, label: 'Ideas', figure: inFigures(ideas.totalCount) },
    { href: `${home}/moderation`, label: 'Open reports', figure: inFigures(reports.totalCount) },
  ]
  return (
    <Card as="section" aria-labelledby="figures" className="lg:col-start-2">
      <h2 id="figures">So far</h2>
      <dl className="mt-2 divide-y divide-line">
        {rows.map(({ href, label, figure, note = '' }) => (
          <div key={label} className="flex items-baseline justify-between gap-4 py-1">
            <dt>
              <Link href={href} className="inline-flex min-h-11 min-w-11 items-center">
                {label}
              </Link>
            </dt>
            <dd className="tally text-end">
              <span className="font-bold">{figure}</span>
              {note ? <span className="block text-small text-ink-soft">{note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
