import { turnout as turnoutOf } from '#domain/turnout.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { Empty } from '../../../../_ui/empty.tsx'

type Props = { turnout: { ballots: number; seats: number } | null; slug: string }

/** While people vote, nobody sees who leads: only how many have voted. */
export function HiddenTally({ turnout, slug }: Props) {
  return (
    <Empty
      title="The count is hidden until voting closes"
      action={
        <ButtonLink variant="secondary" href={`/workshops/${slug}/vote`}>
          Go to the vote
        </ButtonLink>
      }
    >
      <p>
        So that nobody votes with the crowd, the result is shown to everybody at the same moment. This page
        shows it by itself.
      </p>
      {turnout ? <p className="tally mt-2">{turnoutOf(turnout).sentence} so far.</p> : null}
    </Empty>
  )
}
