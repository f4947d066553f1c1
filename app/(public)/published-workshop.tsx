import { formatDayRange } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import { participantsInWords } from '#domain/seats.ts'
import { Card } from '../_ui/card.tsx'
import { PhaseTag } from '../_ui/phase-tag.tsx'
import { TextLink } from '../_ui/text-link.tsx'
import type { LandingQuery } from './landing.generated.ts'

type Workshop = LandingQuery['publishedWorkshops']['edges'][number]['node']

/** One published workshop: its question, when it was, who came, and the way to its results. */
export function PublishedWorkshop({ workshop }: { workshop: Workshop }) {
  const { slug, title, project } = workshop
  return (
    <Card as="article" className="flex h-full flex-col gap-2">
      <h3 className="text-lead">
        <TextLink href={`/workshops/${slug}`}>{title}</TextLink>
      </h3>
      <p>{project.challenge}</p>
      <p className="text-ink-soft">
        {formatDayRange(workshop.startsOn, workshop.endsOn)}
        {workshop.venue ? `, ${workshop.venue}` : ''}
        <br />
        <span className="inline-block first-letter:uppercase">
          {[participantsInWords(workshop), plural(workshop.issueCount, 'issue')].filter(Boolean).join(', ')}
        </span>
      </p>
      <p className="mt-auto pt-2">
        <PhaseTag phase={project.phase} />
      </p>
    </Card>
  )
}
