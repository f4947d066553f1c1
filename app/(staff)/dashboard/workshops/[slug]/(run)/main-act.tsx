import { plural } from '#domain/numbers.ts'
import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { CloseRound } from '../voting/close-round.tsx'
import { MoveOn } from './move-on.tsx'
import { nextAct, type RunWorkshop } from './next-act.ts'

/** The one main act of the screen, with what it will do. */
export function MainAct({ workshop }: { workshop: RunWorkshop }) {
  const home = `/dashboard/workshops/${workshop.slug}`
  const act = nextAct(workshop)
  switch (act.kind) {
    case 'ADD_STEPS':
      return (
        <>
          <p className="mb-3">
            This workshop has no steps yet. Steps say what participants may do, and when.
          </p>
          <ButtonLink href={`${home}/set-up#steps`}>Add the first step</ButtonLink>
        </>
      )
    case 'OPEN_STEP':
      return <MoveOn step={act.step} ending={act.ending} />
    case 'END_STEPS':
      return <MoveOn step={null} ending={act.ending} />
    case 'SET_UP_ROUND':
      return (
        <>
          <p className="mb-3">
            The step for voting is open, and there is no voting round yet.{' '}
            {plural(workshop.putForward.totalCount, 'issue is', 'issues are')} put forward.
          </p>
          <ButtonLink href={`${home}/voting`}>Set up a voting round</ButtonLink>
        </>
      )
    case 'OPEN_ROUND':
      return (
        <>
          <p className="mb-3">
            {plural(workshop.putForward.totalCount, 'issue is', 'issues are')} put forward and will be on the
            ballot. You see the ballot before voting opens.
          </p>
          <ButtonLink href={`${home}/voting/${act.round.id}`}>Check the ballot and open voting</ButtonLink>
        </>
      )
    case 'CLOSE_ROUND':
      return <CloseRound round={act.round} workshop={workshop} home={home} />
    case 'DECLARE':
      return (
        <>
          <p className="mb-3">
            Voting has closed in “{act.round.title}”. Say which{' '}
            {act.round.prioritiesToSelect === 1 ? 'issue is' : 'issues are'} taken forward.
          </p>
          <ButtonLink href={`${home}/voting/${act.round.id}#priorities`}>Declare the priorities</ButtonLink>
        </>
      )
    case 'READ':
      return (
        <>
          <p className="mb-3">
            {workshop.source ? 'This workshop was run elsewhere and brought in.' : 'All steps are done.'} Its
            issues, votes and priorities can be read in the participants’ view.
          </p>
          <ButtonLink href={`/workshops/${workshop.slug}/results`}>See the results</ButtonLink>
        </>
      )
  }
}
