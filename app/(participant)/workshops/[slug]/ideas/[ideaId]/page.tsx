import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache, Suspense } from 'react'
import { BRIEF_STATUS_LABELS } from '#domain/briefs.ts'
import { CHECK_IN_OUTCOME_LABELS } from '#domain/check-ins.ts'
import { tableHue } from '#domain/hues.ts'
import { HORIZON_LABELS } from '#domain/ideas.ts'
import { GraphQLProvider } from '../../../../../_apollo/provider.tsx'
import { query } from '../../../../../_apollo/server.ts'
import { Breadcrumbs } from '../../../../../_ui/breadcrumbs.tsx'
import { dayOf } from '../../../../../_ui/moments.ts'
import { Notice } from '../../../../../_ui/notice.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { Toasts } from '../../../../../_ui/toasts.tsx'
import { firstWords } from '../../first-words.ts'
import { LivePage } from '../../live-page.tsx'
import { Similar } from '../../similar.tsx'
import { writingIn } from '../../writing.ts'
import { commentsInWords, horizonInWords } from '../idea-words.ts'
import { ArriveAtComment } from './arrive-at-comment.tsx'
import { cardLook } from './card-look.ts'
import { CritiqueThread } from './critique-thread.tsx'
import { IdeaPageDocument, type IdeaPageQuery } from './idea.generated.ts'
import { IdeaDesk } from './idea-desk.tsx'
import { IdeaSheet } from './idea-sheet.tsx'
import { Neighbours } from './neighbours.tsx'

type Props = { params: Promise<{ slug: string; ideaId: string }> }
type Workshop = NonNullable<IdeaPageQuery['workshop']>
type Idea = NonNullable<IdeaPageQuery['idea']>

// The title and the page ask for the same; once is enough.
const load = cache((slug: string, ideaId: string) => query(IdeaPageDocument, { slug, ideaId }))

/** The idea's first words say which one it is. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, ideaId } = await params
  const { idea } = await load(slug, ideaId)
  return { title: idea ? firstWords(idea.text, 60) : 'Idea not found' }
}

/** One idea: where it belongs, where it came from, and everything that is said about it. */
export default async function IdeaPage({ params }: Props) {
  const { slug, ideaId } = await params
  const { workshop, idea } = await load(slug, ideaId)
  if (!workshop || idea?.workshop.id !== workshop.id) notFound()
  const { viewerSeat: seat, viewerCan } = workshop
  const acts = seat !== null || viewerCan.run

  const content = (
    <>
      <Breadcrumbs label="The idea is in" steps={[{ href: `/workshops/${slug}/ideas`, label: 'Ideas' }]} />
      <div className="mt-2 grid gap-8 lg:grid-cols-[2fr_3fr] lg:items-start lg:gap-12">
        <div className="lg:sticky lg:top-6">
          <Standing idea={idea} slug={slug} />
          {acts ? <Desk workshop={workshop} idea={idea} /> : <Sheet workshop={workshop} idea={idea} />}
          <About workshop={workshop} idea={idea} />
        </div>
        <section aria-labelledby="comments">
          <h2 id="comments">Comments</h2>
          <p className="mb-2 text-ink-soft">{commentsInWords(idea)}</p>
          <CritiqueThread
            ideaId={idea.id}
            card={cardLook(idea, workshop.tables)}
            critiques={idea.critiques}
            writing={writingIn(workshop, 'CRITIQUE', viewerCan.writeCritiques && idea.viewerCanCritique)}
            timeZone={workshop.timeZone}
            mayReport={viewerCan.report && seat !== null}
            moderates={viewerCan.run}
          />
        </section>
      </div>
      <Suspense fallback={null}>
        <Neighbours slug={slug} statementId={idea.statement.id} ideaId={idea.id} />
      </Suspense>
      <ArriveAtComment />
      <Toasts />
      <LivePage
        slug={slug}
        pulse={workshop.pulse}
        news="The idea or its comments have changed. This page shows them now."
      />
    </>
  )
  // Readers who write nothing need no Apollo.
  return acts ? <GraphQLProvider>{content}</GraphQLProvider> : content
}

type Parts = { workshop: Workshop; idea: Idea }

function Desk({ workshop, idea }: Parts) {
  const { viewerSeat: seat, viewerCan } = workshop
  return (
    <IdeaDesk
      idea={idea}
      hue={tableHue(idea.tableCodes, '', workshop.tables)}
      statements={workshop.statements}
      mayReport={seat !== null && viewerCan.report}
      moderates={viewerCan.run}
    />
  )
}

function Sheet({ workshop, idea }: Parts) {
  return <IdeaSheet idea={idea} hue={tableHue(idea.tableCodes, '', workshop.tables)} />
}

function Standing({ idea, slug }: { idea: Idea; slug: string }) {
  const { withdrawnAt, hiddenAt, hiddenReason, mergedInto, mergedByName } = idea
  const notices = [
    withdrawnAt ? 'This idea was taken down. Only its author and the facilitators see it.' : null,
    hiddenAt ? `A facilitator has hidden this idea${hiddenReason ? `: ${hiddenReason}` : '.'}` : null,
  ].filter((notice) => notice !== null)
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice} kind="warning" className="mb-4">
          <p>{notice}</p>
        </Notice>
      ))}
      {mergedInto ? (
        <Notice className="mb-4" title="Joined into another idea">
          <p>
            {mergedByName ? `${mergedByName} joined it into ` : 'It is part of '}
            <TextLink href={`/workshops/${slug}/ideas/${mergedInto.id}`}>
              {firstWords(mergedInto.text, 80)}
            </TextLink>
          </p>
        </Notice>
      ) : null}
    </>
  )
}

function About({ workshop, idea }: Parts) {
  const { slug } = workshop
  return (
    <div className="mt-4">
      <p className="text-ink-soft">Problem statement</p>
      <p className="mb-3">
        <TextLink href={`/workshops/${slug}/priorities#statement-${idea.statement.id}`}>
          {idea.statement.title}
        </TextLink>
      </p>
      <p className="font-bold">{HORIZON_LABELS[idea.horizon]}</p>
      <p>{horizonInWords(idea.horizon, workshop.endsOn)}</p>
      <p>
        <TextLink
          href={`/workshops/${slug}/provenance/IDEA/${idea.id}`}
          className="inline-flex min-h-11 items-center"
        >
          Where this came from
        </TextLink>
      </p>
      {idea.briefs.map((brief) => (
        <p key={brief.id} className="wrap-anywhere">
          What became of it: <TextLink href={`/briefs/${brief.id}`}>{brief.title}</TextLink>,{' '}
          {BRIEF_STATUS_LABELS[brief.status].toLowerCase()}
        </p>
      ))}
      {idea.checkIns.map(({ id, outcome, text, createdAt }) => (
        <p key={id} className="whitespace-pre-line wrap-anywhere">
          {dayOf(createdAt, workshop.timeZone)}: {CHECK_IN_OUTCOME_LABELS[outcome].toLowerCase()}
          {text ? `. ${text}` : ''}
        </p>
      ))}
      {idea.viewerCanCheckIn ? (
        <p>
          <TextLink
            href={`/dashboard/projects/${workshop.project.id}/check-ins?idea=${idea.id}`}
            className="inline-flex min-h-11 items-center"
          >
            Say what became of it
          </TextLink>
        </p>
      ) : null}
      <Similar key={idea.id} id={idea.id} slug={slug} label="Similar ideas" />
    </div>
  )
}
