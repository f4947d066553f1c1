import type { SeatRole } from '#domain/seats.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { Empty } from '../../../../_ui/empty.tsx'

type Props = { open: boolean; role: SeatRole | null; slug: string }

/** Why there is nothing to vote on: too early, or not this person's part. */
export function NoBallot({ open, role, slug }: Props) {
  if (open && role === 'PARTICIPANT') {
    return (
      <Empty title="Voting has paused" action={<ReadIssues slug={slug} />}>
        <p>
          The facilitator has not opened the step for voting. Your dots stay as they are, and this page shows
          the ballot again by itself.
        </p>
      </Empty>
    )
  }
  if (open) {
    return (
      <Empty title="Participants are voting now" action={<ReadIssues slug={slug} />}>
        <p>
          {role === null
            ? 'Only people with a seat in this workshop vote.'
            : 'Facilitators and observers do not vote.'}{' '}
          The result is shown when voting closes.
        </p>
      </Empty>
    )
  }
  return (
    <Empty title="Voting has not opened yet" action={<ReadIssues slug={slug} />}>
      <p>
        When the facilitator opens voting, the issues that the tables put forward stand here, and you put your
        dots on the most important ones. This page shows them by itself.
      </p>
    </Empty>
  )
}

function ReadIssues({ slug }: { slug: string }) {
  return (
    <ButtonLink variant="secondary" href={`/workshops/${slug}/issues`}>
      Read the issues
    </ButtonLink>
  )
}
