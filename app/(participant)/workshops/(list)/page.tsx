import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { query } from '../../../_apollo/server.ts'
import { ButtonLink } from '../../../_ui/button-link.tsx'
import { Empty } from '../../../_ui/empty.tsx'
import { PageHeading } from '../../../_ui/page-heading.tsx'
import { KeepSeat } from './keep-seat.tsx'
import { MyWorkshopsDocument } from './my-workshops.generated.ts'
import { SeatCard } from './seat-card.tsx'

export const metadata: Metadata = { title: 'My workshops' }

type Props = { searchParams: Promise<{ after?: string }> }

/** Every workshop in which the viewer has a seat, the latest first. */
export default async function MyWorkshopsPage({ searchParams }: Props) {
  const { after } = await searchParams
  const { viewer } = await query(MyWorkshopsDocument, { after: after ?? null })
  if (!viewer) redirect('/sign-in?callbackUrl=%2Fworkshops')
  const { edges, pageInfo, totalCount } = viewer.seats
  return (
    <>
      <PageHeading
        title="My workshops"
        actions={
          <ButtonLink variant="secondary" href="/join">
            Join with a room code
          </ButtonLink>
        }
      />
      {viewer.email ? null : (
        <div className="mb-6">
          <KeepSeat path="/workshops" />
        </div>
      )}
      {totalCount === 0 ? (
        <Empty
          title="You have no workshops yet"
          action={<ButtonLink href="/join">Join with a room code</ButtonLink>}
        >
          <p>
            A workshop appears here when you join it with the code on the screen or the sheet in the room, or
            when a facilitator invites you by e-mail.
          </p>
        </Empty>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {edges.map(({ node }) => (
            <li key={node.id}>
              <SeatCard seat={node} />
            </li>
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage ? (
        <p className="mt-6">
          <ButtonLink variant="secondary" href={`/workshops?after=${pageInfo.endCursor}`}>
            Show earlier workshops
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
