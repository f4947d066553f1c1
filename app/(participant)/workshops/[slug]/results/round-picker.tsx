import type { RoundState } from '#domain/votes.ts'
import { RoundStateTag } from '../../../../_ui/round-state-tag.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'

type Props = {
  rounds: readonly { id: string; title: string; state: RoundState }[]
  current: string
  slug: string
}

/** The other votes of the workshop, the latest first. */
export function RoundPicker({ rounds, current, slug }: Props) {
  return (
    <nav aria-label="Voting rounds" className="mb-8">
      <ul className="flex flex-wrap gap-x-6">
        {rounds.map(({ id, title, state }) => (
          <li key={id} className="flex items-center gap-2">
            <TextLink
              href={`/workshops/${slug}/results?round=${id}`}
              aria-current={id === current ? 'page' : undefined}
              className={`inline-flex min-h-11 items-center ${id === current ? 'font-bold text-ink' : ''}`}
            >
              {title}
            </TextLink>
            <RoundStateTag state={state} />
          </li>
        ))}
      </ul>
    </nav>
  )
}
