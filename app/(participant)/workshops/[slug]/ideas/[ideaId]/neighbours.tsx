import { ArrowLeft, ArrowRight } from 'lucide-react'
import { HORIZONS } from '#domain/ideas.ts'
import { query } from '../../../../../_apollo/server.ts'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { firstWords } from '../../first-words.ts'
import { IdeaNeighboursDocument } from './idea.generated.ts'

type Props = { slug: string; statementId: string; ideaId: string }

/** The idea before and the one after, in the order of the outline, within one statement. */
export async function Neighbours({ slug, statementId, ideaId }: Props) {
  const { workshop } = await query(IdeaNeighboursDocument, { slug, statementId })
  const written = workshop?.ideas.edges.map(({ node }) => node) ?? []
  const ideas = HORIZONS.flatMap((horizon) => written.filter((idea) => idea.horizon === horizon))
  const place = ideas.findIndex(({ id }) => id === ideaId)
  if (place === -1 || ideas.length === 1) return null
  const [before, after] = [ideas[place - 1], ideas[place + 1]]
  const look = 'inline-flex min-h-11 items-center gap-2'
  return (
    <nav
      aria-label="Other ideas for this statement"
      className="mt-10 flex flex-wrap justify-between gap-x-6 gap-y-2 border-t border-line pt-4"
    >
      {before ? (
        <TextLink href={`/workshops/${slug}/ideas/${before.id}`} className={look}>
          <ArrowLeft aria-hidden className="size-5 shrink-0" />
          <span>
            Previous idea<span className="sr-only">: {firstWords(before.text, 60)}</span>
          </span>
        </TextLink>
      ) : (
        <span />
      )}
      <span className="tally inline-flex min-h-11 items-center text-ink-soft">
        {place + 1} of {ideas.length}
      </span>
      {after ? (
        <TextLink href={`/workshops/${slug}/ideas/${after.id}`} className={look}>
          <span>
            Next idea<span className="sr-only">: {firstWords(after.text, 60)}</span>
          </span>
          <ArrowRight aria-hidden className="size-5 shrink-0" />
        </TextLink>
      ) : (
        <span />
      )}
    </nav>
  )
}
