import type { RoundState } from '#domain/votes.ts'
import { RoundStateTag } from '../../../../_ui/round-state-tag.tsx'
import { closedInWords } from './result-words.ts'
import type { ResultsRoundQuery } from './results.generated.ts'
import { RoundPicker } from './round-picker.tsx'

type Props = {
  round: NonNullable<ResultsRoundQuery['round']>
  rounds: readonly { id: string; title: string; state: RoundState }[]
  workshop: { slug: string; timeZone: string; source?: string | null }
}

/** Which vote this is: open or closed, when, in place of which other, and the way to the others. */
export function RoundStanding({ round, rounds, workshop }: Props) {
  const { replacesRound, replaceReason } = round
  return (
    <>
      <p className="mb-6 flex flex-wrap items-center gap-3 text-ink-soft">
        <RoundStateTag state={round.state} />
        {round.state === 'OPEN' && round.result
          ? 'These figures move five ballots at a time.'
          : closedInWords(round.closedAt ?? null, workshop.timeZone, workshop.source ?? null)}
      </p>
      {replacesRound ? (
        <p className="mb-6 max-w-prose">
          This vote replaces “{replacesRound.title}”{replaceReason ? `: ${replaceReason}` : '.'}
        </p>
      ) : null}
      {rounds.length > 1 ? <RoundPicker rounds={rounds} current={round.id} slug={workshop.slug} /> : null}
    </>
  )
}
