import { tableHue } from '#domain/hues.ts'
import { HORIZON_LABELS, HORIZONS, type Horizon } from '#domain/ideas.ts'
import { plural } from '#domain/numbers.ts'
import { classNames } from '../../../../../_ui/class-names.ts'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { writingIn } from '../../writing.ts'
import { IdeaCard } from '../idea-card.tsx'
import { IdeaPostIt } from '../idea-post-it.tsx'
import { horizonInWords } from '../idea-words.ts'
import type { WallIdeaFragment } from '../ideas.generated.ts'
import { EmptyOutline } from './empty-outline.tsx'
import { type IdeaSearch, isFiltered } from './idea-filter.ts'
import { IdeaOutbox } from './idea-outbox.tsx'
import type { IdeasPageQuery } from './outline.generated.ts'
import { WriteIdea } from './write-idea.tsx'

type Workshop = NonNullable<IdeasPageQuery['workshop']>
type Statement = Workshop['statements'][number]
type Props = {
  workshop: Workshop
  ideas: readonly WallIdeaFragment[]
  asked: IdeaSearch
  /** Whether there are ideas beyond those that are shown. */
  hasMore: boolean
}

/** Every idea below its statement and its horizon: what the board shows, as headings and lists. */
export function Outline({ workshop, ideas, asked, hasMore }: Props) {
  const narrowed = isFiltered({ ...asked, statementId: null, horizon: null })
  const statements = workshop.statements.filter(
    ({ id }) =>
      (!asked.statementId || asked.statementId === id) &&
      (!narrowed || ideas.some(({ statement }) => statement.id === id)),
  )
  const horizons = HORIZONS.filter((horizon) => !asked.horizon || asked.horizon === horizon)
  if (statements.length === 0) return <EmptyOutline slug={workshop.slug} filtered={isFiltered(asked)} />
  const outline = (
    <div className="space-y-12">
      {statements.map((statement) => (
        <section key={statement.id} aria-labelledby={`statement-${statement.id}`}>
          <StatementHeading statement={statement} slug={workshop.slug} />
          {statement.ideaCount === 0 && !workshop.viewerCan.writeIdeas ? (
            <div className="mt-4 space-y-4">
              <p>No ideas were written for this one.</p>
              {horizons.map((horizon) => (
                <Write key={horizon} {...{ workshop, statement, horizon }} />
              ))}
            </div>
          ) : (
            <div className={classNames('mt-4 grid gap-8', horizons.length > 1 && 'lg:grid-cols-3 lg:gap-6')}>
              {horizons
                .map((horizon) => ({ horizon, ideas: ideasAt(ideas, statement.id, horizon) }))
                .filter((place) => !narrowed || place.ideas.length > 0)
                .map((place) => (
                  <Place
                    key={place.horizon}
                    {...{ workshop, statement, ...place }}
                    wide={horizons.length === 1}
                    emptyWords={hasMore ? 'None among the ideas shown.' : 'No ideas yet.'}
                  />
                ))}
            </div>
          )}
        </section>
      ))}
    </div>
  )
  if (!ideaWriting(workshop)) return outline
  return (
    <IdeaOutbox workshopId={workshop.id} tableId={workshop.viewerSeat?.table?.id ?? null}>
      {outline}
    </IdeaOutbox>
  )
}

function ideasAt(ideas: readonly WallIdeaFragment[], statementId: string, horizon: Horizon) {
  return ideas.filter((idea) => idea.statement.id === statementId && idea.horizon === horizon)
}

function StatementHeading({ statement, slug }: { statement: Statement; slug: string }) {
  const { id, title, ideaCount } = statement
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line pb-2">
      <h2 id={`statement-${id}`} className="max-w-prose">
        {title}
      </h2>
      <p className="tally text-ink-soft">
        {plural(ideaCount, 'idea')}
        <TextLink
          href={`/workshops/${slug}/priorities#statement-${id}`}
          className="ms-4 inline-flex min-h-11 items-center"
        >
          Why it is important<span className="sr-only">: {title}</span>
        </TextLink>
      </p>
    </div>
  )
}

type PlaceProps = {
  workshop: Workshop
  statement: Statement
  horizon: Horizon
  ideas: readonly WallIdeaFragment[]
  wide: boolean
  emptyWords: string
}

function Place({ workshop, statement, horizon, ideas, wide, emptyWords }: PlaceProps) {
  const { tables, slug } = workshop
  return (
    <section aria-labelledby={`place-${statement.id}-${horizon}`}>
      <h3 id={`place-${statement.id}-${horizon}`} className="text-lead">
        {HORIZON_LABELS[horizon]}
        <span className="sr-only">: {statement.title}</span>
      </h3>
      <p className="mb-3 text-ink-soft">{horizonInWords(horizon, workshop.endsOn)}</p>
      {ideas.length === 0 ? <p className="mb-3">{emptyWords}</p> : null}
      <ul className={classNames('mb-4 grid gap-4 empty:hidden', wide && 'md:grid-cols-2 xl:grid-cols-3')}>
        {ideas.map((idea) => {
          const hue = tableHue(idea.tableCodes, '', tables)
          return (
            <li key={idea.id}>
              {idea.viewerCanSupport || (idea.viewerCanEdit && idea.viewerIsAuthor) ? (
                <IdeaCard {...{ idea, hue, slug }} statements={workshop.statements} />
              ) : (
                <IdeaPostIt idea={idea} hue={hue} slug={slug} />
              )}
            </li>
          )
        })}
      </ul>
      <Write {...{ workshop, statement, horizon }} />
    </section>
  )
}

function Write({ workshop, statement, horizon }: Pick<PlaceProps, 'workshop' | 'statement' | 'horizon'>) {
  const writing = ideaWriting(workshop)
  const table = workshop.viewerSeat?.table
  if (!writing) return null
  return (
    <WriteIdea
      {...writing}
      statement={{ id: statement.id, title: statement.title }}
      horizon={horizon}
      paper={{ hue: table?.position ?? null, code: table?.code ?? null }}
    />
  )
}

function ideaWriting(workshop: Workshop) {
  return writingIn(workshop, 'IDEATE', workshop.viewerCan.writeIdeas)
}
