import { plural } from '#domain/numbers.ts'
import { TextLink } from '../../../../_ui/text-link.tsx'
import type { MyContributionsQuery } from './mine.generated.ts'

type Round = NonNullable<NonNullable<MyContributionsQuery['workshop']>['currentRound']>

/** Where the viewer's dots are while the round is open. Once it has closed nobody knows any more, not even they. */
export function OwnDots({ slug, round }: { slug: string; round: Round }) {
  const { state, ballot, options } = round
  if (state === 'CLOSED') {
    return (
      <section aria-labelledby="mine-dots">
        <h2 id="mine-dots">Dots</h2>
        <p className="mt-1 max-w-prose">
          Voting has closed and the dots are counted. Whose they were is known to nobody any more, so they
          cannot be shown here. <TextLink href={`/workshops/${slug}/results`}>See the result</TextLink>
        </p>
      </section>
    )
  }
  if (!ballot) return null
  const held = options.filter(({ id }) => ballot.spentOn.includes(id))
  return (
    <section aria-labelledby="mine-dots">
      <h2 id="mine-dots">Dots</h2>
      <p className="mt-1">
        {held.length === 0 ? 'You have not voted yet.' : `You have used ${plural(held.length, 'dot')}, on:`}
      </p>
      <ul className="list-disc ps-6">
        {held.map(({ id, title }) => (
          <li key={id} className="wrap-anywhere">
            {title}
          </li>
        ))}
      </ul>
      <p>
        <TextLink href={`/workshops/${slug}/vote`}>Change your dots</TextLink>
      </p>
    </section>
  )
}
