import Link from 'next/link'
import { plural } from '#domain/numbers.ts'
import { ButtonLink } from '../../../../../../_ui/button-link.tsx'
import { Card } from '../../../../../../_ui/card.tsx'
import { momentOf } from '../../../../../../_ui/moments.ts'
import { RoundStateTag } from '../../../../../../_ui/round-state-tag.tsx'
import { Tag } from '../../../../../../_ui/tag.tsx'
import { LiveTurnout } from '../../live-turnout.tsx'
import type { VotingPageQuery } from '../voting.generated.ts'

type Round = NonNullable<VotingPageQuery['workshop']>['rounds'][number]
type Props = { round: Round; path: string; timeZone: string }

const ACTS = {
  DRAFT: 'Check the ballot and open voting',
  OPEN: 'Follow and close voting',
  CLOSED: 'See the result',
}

/** One round: its rules, how far it is, and the way to it. */
export function RoundCard({ round, path, timeZone }: Props) {
  const { id, title, state, dotsPerVoter, prioritiesToSelect, turnout, replacesRound } = round
  const priorities = plural(prioritiesToSelect, 'priority', 'priorities')
  const undeclared = state === 'CLOSED' && round.priorities.length === 0 && !round.source
  return (
    <Card as="li">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2>
          <Link href={`${path}/${id}`}>{title}</Link>
        </h2>
        <span className="flex flex-wrap gap-2">
          {undeclared ? <Tag tone="waits">Priorities not declared</Tag> : null}
          <RoundStateTag state={state} />
        </span>
      </div>
      <p className="mt-1">
        {plural(dotsPerVoter, 'dot')} each, {priorities} to select.
        {replacesRound ? ` Replaces “${replacesRound.title}”.` : ''}
      </p>
      <p className="text-ink-soft">{whenOf(round, timeZone)}</p>
      {round.source ? <p className="mt-1 text-ink-soft">Transcribed from: {round.source}</p> : null}
      {state === 'OPEN' && turnout ? (
        <div className="mt-3">
          <LiveTurnout roundId={id} rendered={turnout} dotsPerVoter={dotsPerVoter} />
        </div>
      ) : null}
      <p className="mt-4">
        <ButtonLink href={`${path}/${id}`} variant={state === 'CLOSED' ? 'secondary' : 'primary'}>
          {undeclared ? 'Declare the priorities' : ACTS[state]}
        </ButtonLink>
      </p>
    </Card>
  )
}

function whenOf({ openedAt, closedAt }: Round, timeZone: string): string {
  const opened = openedAt ? `Opened at ${momentOf(openedAt, timeZone)}` : 'Not opened yet'
  return closedAt ? `${opened}, closed at ${momentOf(closedAt, timeZone)}.` : `${opened}.`
}
