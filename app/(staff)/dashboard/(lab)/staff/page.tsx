import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { query } from '../../../../_apollo/server.ts'
import { type Column, DataTable } from '../../../../_ui/data-table.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { ShowMore } from '../../../../_ui/show-more.tsx'
import { Tag } from '../../../../_ui/tag.tsx'
import { staffViewer } from '../../../staff-viewer.ts'
import { takeRows } from '../../all-pages.ts'
import { readSearch, rowsToShow, type SearchParams, withSearch } from '../../search-params.ts'
import { ErasureRequests } from './erasure-requests.tsx'
import { InviteStaff } from './invite-staff.tsx'
import { PersonRole } from './person-role.tsx'
import { PLATFORM_ROLE_LABELS } from './platform-roles.ts'
import { RemovePerson } from './remove-person.tsx'
import { StaffPageDocument, type StaffPageQuery } from './staff-page.generated.ts'

export const metadata: Metadata = { title: 'Staff' }

type Person = StaffPageQuery['staff']['edges'][number]['node']

const ROWS = 50

const columns: Column<Person>[] = [
  { key: 'name', header: 'Name', cell: (person) => <Who person={person} /> },
  {
    key: 'email',
    header: 'E-mail address',
    cell: ({ email }) => <span className="wrap-anywhere">{email ?? 'None'}</span>,
  },
  {
    key: 'joined',
    header: 'Joined',
    cell: ({ joinedAt }) => (joinedAt ? 'Yes' : <Tag tone="waits">Invited</Tag>),
  },
  { key: 'role', header: 'Role', cell: (person) => <Role person={person} /> },
  {
    key: 'remove',
    header: 'Remove',
    headerHidden: true,
    bare: true,
    cell: (person) => (person.isViewer ? null : <RemovePerson personId={person.id} who={nameOf(person)} />),
  },
]

/** Who belongs to the staff. For administrators. */
export default async function StaffPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await staffViewer()
  if (!viewer.canManageStaff) forbidden()
  const read = await readSearch(searchParams)
  const shown = rowsToShow(read('show'), ROWS)
  const { rows, total } = await takeRows(shown, async (first, after) => {
    const page = await query(StaffPageDocument, { first, after })
    return page.staff
  })
  return (
    <>
      <PageHeading
        title="Staff"
        lead="The people who run the platform. Facilitators of a single workshop are on its People page."
      />
      <DataTable wide caption="Staff" columns={columns} rows={rows} rowKey={({ id }) => id} />
      <ShowMore
        href={withSearch('/dashboard/staff', { show: shown + ROWS })}
        shown={rows.length}
        total={total}
        noun="people"
      />
      <section aria-labelledby="invite" className="mt-12">
        <h2 id="invite">Invite somebody to the staff</h2>
        <InviteStaff />
      </section>
      <ErasureRequests />
    </>
  )
}

function Who({ person }: { person: Person }) {
  return (
    <>
      <span className="font-bold">{nameOf(person)}</span>
      {person.isViewer ? <span className="text-ink-soft"> (you)</span> : null}
    </>
  )
}

function Role({ person }: { person: Person }) {
  const { id, platformRole } = person
  if (!platformRole) return null
  // Nobody takes their own rights away by a slip of the thumb.
  if (person.isViewer) return PLATFORM_ROLE_LABELS[platformRole]
  return <PersonRole personId={id} who={nameOf(person)} role={platformRole} />
}

function nameOf({ name, email }: Person): string {
  return name ?? email ?? 'Somebody without a name'
}
