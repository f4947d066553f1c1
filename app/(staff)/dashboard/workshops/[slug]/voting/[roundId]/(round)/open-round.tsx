import { plural } from '#domain/numbers.ts'
import { ButtonLink } from '../../../../../../../_ui/button-link.tsx'
import { Card } from '../../../../../../../_ui/card.tsx'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { momentOf } from '../../../../../../../_ui/moments.ts'
import { LiveTurnout } from '../../../live-turnout.tsx'
import { CloseRound } from '../../close-round.tsx'
import { RoundForm } from '../../round-form.tsx'
import type { RoundView, RoundWorkshop } from '../load-round.ts'
import { RunningImport } from '../running-import.tsx'
import { Roll } from './roll.tsx'

type Props = { workshop: RoundWorkshop; round: RoundView; path: string }

/** A round that is voted on: turnout, dots that come in otherwise, and the way to close it. */
export function OpenRound({ workshop, round, path }: Props) {
  const { slug, timeZone } = workshop
  return (
    <div className="space-y-10">
      <Card as="section" aria-labelledby="turnout" className="border-s-4 border-s-accent">
        <h2 id="turnout">Turnout</h2>
        {round.openedAt ? (
          <p className="mb-3 text-ink-soft">Opened at {momentOf(round.openedAt, timeZone)}.</p>
        ) : null}
        {round.turnout ? (
          <LiveTurnout roundId={round.id} rendered={round.turnout} dotsPerVoter={round.dotsPerVoter} />
        ) : null}
        {round.runningImport ? <RunningImport running={round.runningImport} /> : null}
        <div className="mt-4 flex flex-wrap items-start gap-3">
          <CloseRound round={round} workshop={workshop} home={`/dashboard/workshops/${slug}`} />
          {round.hideUntilClose ? null : (
            <ButtonLink variant="secondary" href={`/workshops/${slug}/results`}>
              See the tallies so far
            </ButtonLink>
          )}
        </div>
      </Card>
      <section aria-labelledby="otherwise">
        <h2 id="otherwise">Dots that come in on paper or from elsewhere</h2>
        <div className="mt-3 grid gap-4 md:grid-cols-2">
          <Card className="flex flex-col gap-3">
            <h3>Paper</h3>
            <p className="flex-1">{paperWords(round)}</p>
            <ButtonLink variant="secondary" href={`${path}/${round.id}/paper`} className="self-start">
              Enter paper dots
            </ButtonLink>
          </Card>
          <Card className="flex flex-col gap-3">
            <h3>A file</h3>
            <p className="flex-1">Ballots that were cast in another system, or counted figures, as CSV.</p>
            <ButtonLink variant="secondary" href={`${path}/${round.id}/import`} className="self-start">
              Import ballots
            </ButtonLink>
          </Card>
        </div>
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules">Rules</h2>
        {round.frozen ? (
          <p className="mt-1 max-w-prose">
            {plural(round.dotsPerVoter, 'dot')} each,{' '}
            {plural(round.prioritiesToSelect, 'priority', 'priorities')} to select. Tallies are{' '}
            {round.hideUntilClose ? 'hidden until voting closes' : 'shown while voting is open'}. The first
            dot has been placed, so the rules are fixed: nobody votes under other rules than the others.
          </p>
        ) : (
          <>
            <p className="mt-1 mb-4 max-w-prose">
              No dot has been placed yet, so the rules can still be changed.
            </p>
            <Disclosure summary="Change the rules">
              <RoundForm workshopId={workshop.id} path={path} round={round} />
            </Disclosure>
          </>
        )}
      </section>
      <section aria-labelledby="ballot">
        <h2 id="ballot">The ballot</h2>
        <p className="mt-1">{plural(round.options.length, 'issue')}, fixed when voting opened.</p>
        <Roll options={round.options} workshop={workshop} />
      </section>
    </div>
  )
}

function paperWords({ paper }: RoundView): string {
  if (!paper || (paper.first.length === 0 && paper.second.length === 0)) {
    return 'Dots on a paper ballot are counted twice and entered twice. Both entries must agree before voting closes.'
  }
  if (paper.first.length === 0 || paper.second.length === 0)
    return 'One of the two entries is made. The other is still to come.'
  const differ = paper.differences.length
  return differ === 0
    ? 'Both entries are made and agree.'
    : `The two entries differ for ${plural(differ, 'issue')}.`
}
