import { formatDayRange } from '#domain/dates.ts'
import { SEAT_ROLE_LABELS } from '#domain/seats.ts'
import { Card } from '../../../_ui/card.tsx'
import { Tag } from '../../../_ui/tag.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import type { MyWorkshopsQuery } from './my-workshops.generated.ts'

type Seat = NonNullable<MyWorkshopsQuery['viewer']>['seats']['edges'][number]['node']

/** One seat: where, when, as whom, and whether something is going on there now. */
export function SeatCard({ seat: { workshop, displayName, role, table } }: { seat: Seat }) {
  const open = workshop.steps.filter((step) => step.state === 'OPEN')
  return (
    <Card as="article" className="flex h-full flex-col gap-2">
      <h2 className="text-lead">
        <TextLink href={`/workshops/${workshop.slug}`}>{workshop.title}</TextLink>
      </h2>
      <p className="text-ink-soft">
        {formatDayRange(workshop.startsOn, workshop.endsOn)}
        {workshop.venue ? `, ${workshop.venue}` : ''}
      </p>
      <p>
        {displayName}, {SEAT_ROLE_LABELS[role].toLowerCase()}
        {table ? `, table ${table.code}` : ''}
      </p>
      <p className="mt-auto flex flex-wrap gap-2 pt-2">
        {open.map((step) => (
          <Tag key={step.id} tone="accent" className="whitespace-normal">
            Open now: {step.title}
          </Tag>
        ))}
        {workshop.archivedAt ? <Tag>Archived</Tag> : null}
      </p>
    </Card>
  )
}
