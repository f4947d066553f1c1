import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { participantsInWords } from '#domain/seats.ts'
import { query } from '../../../../../_apollo/server.ts'
import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { ShowMore } from '../../../../../_ui/show-more.tsx'
import { staffViewer } from '../../../../staff-viewer.ts'
import { readSearch, rowsToShow, type SearchParams, withSearch } from '../../../search-params.ts'
import { LiveWorkshop } from '../live-workshop.tsx'
import { loadWorkshop, titleOf, type WorkshopParams } from '../load-workshop.ts'
import { AddFacilitator } from './add-facilitator.tsx'
import { InviteForm } from './invite-form.tsx'
import { loadSeats } from './load-seats.ts'
import { StaffToSeatDocument } from './people.generated.ts'
import { SeatDesk } from './seat-desk.tsx'
import { SeatFilter } from './seat-filter.tsx'

type Props = WorkshopParams & { searchParams: SearchParams }

const ROWS = 50

/** "People: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('People', props)
}

/** Who has a seat, and the way to invite more. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const [{ slug }, viewer, read] = await Promise.all([
    params.then(({ slug }) => loadWorkshop(slug)),
    staffViewer(),
    readSearch(searchParams),
  ])
  const shown = rowsToShow(read('show'), ROWS)
  const { workshop, seats, total, chosen } = (await loadSeats(slug, read, shown)) ?? notFound()
  const staff = viewer.canManageStaff ? await query(StaffToSeatDocument, {}) : null
  const path = `/dashboard/workshops/${slug}/people`
  const { everybody, participants, here, tables } = workshop
  const waiting = participants.totalCount - here.totalCount
  return (
    <>
      <PageHeading
        above={workshop.title}
        title="People"
        lead={
          participants.totalCount > 0
            ? `${participantsInWords({ participantCount: here.totalCount, invitedCount: waiting })}.`
            : undefined
        }
        actions={<ButtonLink href="#invite">Invite participants</ButtonLink>}
      />
      <SeatFilter action={path} chosen={chosen} tables={tables} />
      {seats.length > 0 ? (
        <SeatDesk seats={seats} tables={tables} canAssignRoles={viewer.canManageStaff} />
      ) : (
        <Empty title={everybody.totalCount === 0 ? 'Nobody has a seat yet' : 'Nobody matches'}>
          <p>
            {everybody.totalCount === 0
              ? 'People take a seat with the room code, or by an invitation that you send from here.'
              : 'Show all roles and tables, or search for part of a name.'}
          </p>
        </Empty>
      )}
      <ShowMore
        href={withSearch(path, { ...chosen, show: shown + ROWS })}
        shown={seats.length}
        total={total}
        noun="people"
      />
      <div className="mt-12 grid gap-8 lg:grid-cols-[2fr_1fr] lg:items-start">
        <section aria-labelledby="invite">
          <h2 id="invite">Invite participants</h2>
          <InviteForm workshopId={workshop.id} tableCodes={tables.map(({ code }) => code)} />
        </section>
        {staff ? (
          <Card as="section" aria-labelledby="facilitators">
            <h2 id="facilitators">Add a facilitator</h2>
            <AddFacilitator workshopId={workshop.id} staff={staff.staff.edges.map(({ node }) => node)} />
          </Card>
        ) : null}
      </div>
      <LiveWorkshop slug={slug} pulse={workshop.pulse} />
    </>
  )
}
