import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { plural } from '#domain/numbers.ts'
import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { LiveWorkshop } from '../live-workshop.tsx'
import { loadWorkshop, titleOf, type WorkshopParams } from '../load-workshop.ts'
import { AddComments } from './add-comments.tsx'
import { AddIdeas } from './add-ideas.tsx'
import { onTheWall } from './curated-ideas.ts'
import { IdeaDesk } from './idea-desk.tsx'
import { loadIdeas } from './load-ideas.ts'
import { ReadingProgress } from './reading-progress.tsx'
import { WriteIdea } from './write-idea.tsx'

/** "Ideas: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('Ideas', props)
}

/** All ideas, to be merged or set aside, and how far they have been read. */
export default async function IdeasDeskPage({ params }: WorkshopParams) {
  const { slug } = await loadWorkshop((await params).slug)
  const { workshop, ideas } = (await loadIdeas(slug)) ?? notFound()
  const { id, title, tables, statements, readingProgress } = workshop
  const wall = onTheWall(ideas)
  return (
    <>
      <PageHeading
        above={title}
        title="Ideas"
        lead={
          ideas.length > 0
            ? `${plural(wall.length, 'idea')} for ${plural(statements.length, 'problem statement')}. Merge those that say the same.`
            : undefined
        }
        actions={
          <ButtonLink variant="secondary" href={`/workshops/${slug}/board`}>
            See the board
          </ButtonLink>
        }
      />
      {wall.length > 0 && readingProgress ? (
        <Disclosure summary="How far they have been read" className="mb-4">
          <ReadingProgress readings={readingProgress} read={workshop.read.totalCount} ideas={wall.length} />
        </Disclosure>
      ) : null}
      {statements.length > 0 ? (
        <>
          <WriteIdea workshopId={id} tables={tables} statements={statements} />
          <AddIdeas workshopId={id} statements={statements} />
        </>
      ) : null}
      {wall.length > 0 ? <AddComments workshopId={id} /> : null}
      {ideas.length === 0 ? (
        <Empty title="No ideas yet">
          <p>
            {statements.length > 0
              ? 'People write them for a problem statement while a step for ideas is open. You can write one for a table at any time.'
              : 'Ideas answer problem statements, and there is none yet. Reword the priorities as problem statements first.'}
          </p>
        </Empty>
      ) : (
        <IdeaDesk desk={{ id, slug, tables, statements }} ideas={ideas} />
      )}
      <LiveWorkshop slug={slug} pulse={workshop.pulse} />
    </>
  )
}
