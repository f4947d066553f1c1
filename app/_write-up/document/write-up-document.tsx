import type { ReactNode } from 'react'
import { formatDayRange } from '#domain/dates.ts'
import { participantsInWords } from '#domain/seats.ts'
import { PageHeading } from '../../_ui/page-heading.tsx'
import type { WriteUpSource } from '../read-write-up.ts'
import { ClosingParts } from './closing-parts.tsx'
import { Contents } from './contents.tsx'
import { Downloads } from './downloads.tsx'
import { IdeasPart } from './ideas-part.tsx'
import { IssuesPart } from './issues-part.tsx'
import { Part } from './part.tsx'
import { StatementsPart } from './statements-part.tsx'
import { VotePart } from './vote-part.tsx'

type Props = {
  source: WriteUpSource
  /** Whether every idea was asked for. */
  whole: boolean
  /** Where every idea is shown. */
  wholePath: string
  /** Where its files are made. */
  filesPath: string
  notice?: ReactNode
}

/** A workshop written up, in the shape of the summary of 2017. */
export function WriteUpDocument({ source, whole, wholePath, filesPath, notice }: Props) {
  const { head } = source
  const people = participantsInWords(head)
  return (
    <article>
      {notice}
      <PageHeading above={head.projectTitle} title={head.title} lead={head.challenge} />
      <p className="text-ink-soft">
        {[formatDayRange(head.startsOn, head.endsOn), head.venue, people].filter(Boolean).join(', ')}
      </p>
      {head.source ? (
        <p className="max-w-prose text-ink-soft wrap-anywhere">Transcribed from: {head.source}</p>
      ) : null}
      <div className="mt-6 grid gap-6 md:grid-cols-2" data-no-print>
        <Contents head={head} />
        <Downloads filesPath={filesPath} />
      </div>
      <div className="mt-10 space-y-12">
        <Part head={head} section="INTRODUCTION" />
        <IssuesPart source={source} />
        <VotePart head={head} />
        <StatementsPart head={head} />
        <IdeasPart source={source} whole={whole} wholePath={wholePath} />
        <ClosingParts head={head} />
      </div>
    </article>
  )
}
