import Link from 'next/link'
import { inFigures } from '#domain/numbers.ts'
import { Card } from '../../../../../_ui/card.tsx'
import type { RunWorkshop } from './next-act.ts'

/** How much there is of everything, each with the way to it. */
export function Figures({ workshop }: { workshop: RunWorkshop }) {
  const home = `/dashboard/workshops/${workshop.slug}`
  const { joined, participantCount, issueCount, putForward, dotCount, priorities, ideas, reports } = workshop
  const { statedParticipants } = workshop
  const rows = [
    {
      href: `${home}/people`,
      label: statedParticipants ? 'Participants' : 'Participants here',
      figure: statedParticipants ?? `${inFigures(joined.totalCount)} of ${inFigures(participantCount)}`,
    },
    { href: `${home}/issues`, label: 'Issues', figure: inFigures(issueCount) },
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
        {rows.map(({ href, label, figure }) => (
          <div key={label} className="flex items-baseline justify-between gap-4 py-1">
            <dt>
              <Link href={href} className="inline-flex min-h-11 min-w-11 items-center">
                {label}
              </Link>
            </dt>
            <dd className="tally font-bold">{figure}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
