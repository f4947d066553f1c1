import { query } from '../../../../_apollo/server.ts'
import { type Column, DataTable } from '../../../../_ui/data-table.tsx'
import { dayOf } from '../../../../_ui/moments.ts'
import { takeRows } from '../../all-pages.ts'
import { ErasePerson } from './erase-person.tsx'
import { ErasureRequestsDocument, type ErasureRequestsQuery } from './erasures.generated.ts'

type Request = ErasureRequestsQuery['erasureRequests']['edges'][number]['node']

const SHOWN = 100

const columns: Column<Request>[] = [
  { key: 'who', header: 'Who', cell: (request) => <span className="font-bold">{nameOf(request)}</span> },
  {
    key: 'asked',
    header: 'Asked',
    cell: ({ createdAt, askedByThemselves }) =>
      `${dayOf(createdAt)}, by ${askedByThemselves ? 'themselves' : 'a facilitator'}`,
  },
  { key: 'reason', header: 'Reason', cell: ({ reason }) => reason ?? 'None given' },
  {
    key: 'erase',
    header: 'Erase',
    headerHidden: true,
    bare: true,
    cell: (request) => (
      <ErasePerson personId={request.personId} who={nameOf(request)} votesNow={request.votesNow} />
    ),
  },
]

/** Who asked for their data to be erased, the longest waiting first. */
export async function ErasureRequests() {
  const { rows, total } = await takeRows(SHOWN, async (first, after) => {
    const { erasureRequests } = await query(ErasureRequestsDocument, { first, after })
    return erasureRequests
  })
  return (
    <section aria-labelledby="erasures" className="mt-12">
      <h2 id="erasures">Requests to be erased</h2>
      {total === 0 ? (
        <p className="mt-2 max-w-prose text-ink-soft">
          Nobody has asked. People ask on their account page, facilitators on the People page of a workshop.
        </p>
      ) : (
        <DataTable
          wide
          caption="Requests to be erased"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
    </section>
  )
}

function nameOf({ name, email }: Request): string {
  return name ?? email ?? 'Somebody without a name'
}
