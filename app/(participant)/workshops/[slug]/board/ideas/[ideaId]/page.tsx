import { notFound } from 'next/navigation'
import { formatDay } from '#domain/dates.ts'
import { tableHue } from '#domain/hues.ts'
import { HORIZON_LABELS } from '#domain/ideas.ts'
import { query } from '../../../../../../_apollo/server.ts'
import { cardLook } from '../../../ideas/[ideaId]/card-look.ts'
import { CritiqueThread } from '../../../ideas/[ideaId]/critique-thread.tsx'
import { IdeaPostIt } from '../../../ideas/idea-post-it.tsx'
import { ProvenanceLink } from '../../../provenance-link.tsx'
import { writingIn } from '../../../writing.ts'
import { OpenIdeaDocument } from '../../open-cards.generated.ts'

type Props = { params: Promise<{ slug: string; ideaId: string }> }

/** An idea's card, opened beside the board: what it answers, and the comments on it. */
export default async function OpenIdeaPage({ params }: Props) {
  const { slug, ideaId } = await params
  const { workshop, idea } = await query(OpenIdeaDocument, { slug, id: ideaId })
  if (!workshop || idea?.workshop.id !== workshop.id) notFound()
  const { statement, horizon, dueOn } = idea
  return (
    <>
      <h2 className="mb-1 text-lead">{statement.title}</h2>
      <p className="mb-3">
        {HORIZON_LABELS[horizon]}
        {dueOn ? `, by ${formatDay(dueOn)}` : ''}
      </p>
      <IdeaPostIt idea={idea} hue={tableHue(idea.tableCodes, '', workshop.tables)} slug={slug} />
      <p className="mt-2">
        <ProvenanceLink slug={slug} kind="idea" id={ideaId} about={idea.text} />
      </p>
      <section aria-labelledby="comments" className="mt-4">
        <h2 id="comments" className="mb-2">
          Comments
        </h2>
        <CritiqueThread
          ideaId={ideaId}
          card={cardLook(idea, workshop.tables)}
          critiques={idea.critiques}
          writing={writingIn(
            workshop,
            'CRITIQUE',
            workshop.viewerCan.writeCritiques && idea.viewerCanCritique,
          )}
          timeZone={workshop.timeZone}
          mayReport={workshop.viewerCan.report && workshop.viewerSeat !== null}
          moderates={workshop.viewerCan.run}
        />
      </section>
    </>
  )
}
