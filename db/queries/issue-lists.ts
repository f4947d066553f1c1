import { type Database, PREPARED } from '#db/client.ts'
import { holds } from '#db/queries/folded.ts'
import type { IssueView } from '#db/queries/issues.ts'
import type { IssueState } from '#domain/issues.ts'

export type IssuesWanted = {
  areaId?: string | null
  tableId?: string | null
  state?: IssueState | null
  search?: string | null
  /** A moment in ISO 8601. */
  updatedSince?: string | null
  /** SHOWN: what is on the wall. MINE: also what was set aside, others' hidden and withdrawn issues apart. ALL: everything. */
  scope: 'SHOWN' | 'MINE' | 'ALL'
  mySeatId: string | null
}

const MOMENTS = ['mergedAt', 'withdrawnAt', 'hiddenAt', 'createdAt', 'updatedAt'] as const
const COLUMNS: Record<Exclude<keyof IssueView, 'tableCodes' | 'tableIds' | 'published' | 'area'>, string> = {
  id: 'i.id',
  workshopId: 'i.workshop_id',
  areaId: 'i.area_id',
  title: 'i.title',
  state: 'i.state',
  stateReason: 'i.state_reason',
  authorSeatId: 'i.author_seat_id',
  mergedIntoId: 'i.merged_into_id',
  mergedBySeatId: 'i.merged_by_seat_id',
  mergedByName: 'i.merged_by_name',
  mergedAt: 'i.merged_at',
  withdrawnAt: 'i.withdrawn_at',
  hiddenAt: 'i.hidden_at',
  hiddenReason: 'i.hidden_reason',
  placeX: 'i.place_x',
  placeY: 'i.place_y',
  requestDigest: 'i.request_digest',
  createdAt: 'i.created_at',
  updatedAt: 'i.updated_at',
}
const ALL_COLUMNS = Object.entries(COLUMNS).map(([name, column]) => `${column} as "${name}"`)
const AREA = `, json_build_object('id', a.id, 'projectId', a.project_id, 'name', a.name, 'position', a.position) as area`

/** Puts a value into the statement and returns its place there, such as `$1`. */
type Put = (value: string | number) => string

/**
 * One page of a workshop's issues, the oldest first, one row more than asked for, in one prepared statement: the tables
 * of all issues on the page are gathered at once, those of issues merged into them included.
 */
export async function listIssues(
  { $client }: Database,
  workshopId: string,
  wanted: IssuesWanted,
  page: { first: number; after: { id: string } | null },
  along: { area: boolean },
): Promise<IssueView[]> {
  const values: Parameters<Put>[0][] = []
  const put: Put = (value) => `$${values.push(value)}`
  const ofWorkshop = `i.workshop_id = ${put(workshopId)}::uuid`
  const beyond = page.after === null ? '' : `and i.id > ${put(page.after.id)}::uuid`
  const text = `
    with page as materialized (
      select ${ALL_COLUMNS.join(', ')} from issues i where ${ofWorkshop} and ${matches(put, wanted)} ${beyond}
      order by i.id limit ${Math.trunc(page.first) + 1}),
    origins as (
      select o.id, array_agg(distinct t.code order by t.code) as codes, array_agg(distinct t.id::text) as ids
      from (select id as origin, id from page
        union all select i.id, i.merged_into_id from issues i
          where i.merged_into_id in (select id from page)) o
      join issue_tables it on it.issue_id = o.origin join tables t on t.id = it.table_id
      group by o.id)
    select i.*, coalesce(o.codes, '{}') as "tableCodes", coalesce(o.ids, '{}') as "tableIds",
      w.published_at is not null as published ${along.area ? AREA : ''}
    from page i join workshops w on w.id = i."workshopId" and w.deleted_at is null
      ${along.area ? 'join areas a on a.id = i."areaId"' : ''} left join origins o on o.id = i.id
    order by i.id`
  const rows = await $client.unsafe<IssueView[]>(text, values, PREPARED)
  for (const row of rows) for (const name of MOMENTS) readMoment(row, name)
  return rows
}

/** The driver gives moments as text. */
function readMoment(row: IssueView, name: (typeof MOMENTS)[number]): void {
  if (row[name] !== null) Object.assign(row, { [name]: new Date(row[name]) })
}

/** How many issues the same filter finds. */
export async function countIssues(
  { $client }: Database,
  workshopId: string,
  wanted: IssuesWanted,
): Promise<number> {
  const values: Parameters<Put>[0][] = []
  const put: Put = (value) => `$${values.push(value)}`
  const [row] = await $client.unsafe<{ n: number }[]>(
    `select count(*)::int as n from issues i where i.workshop_id = ${put(workshopId)}::uuid and ${matches(put, wanted)}`,
    values,
    PREPARED,
  )
  return row?.n ?? 0
}

function matches(put: Put, wanted: IssuesWanted): string {
  const { areaId, tableId, state, search, updatedSince } = wanted
  return [
    scopeOf(put, wanted),
    areaId && `i.area_id = ${put(areaId)}::uuid`,
    state && `i.state = ${put(state)}::issue_state`,
    updatedSince && `i.updated_at >= ${put(updatedSince)}::timestamptz`,
    tableId &&
      `exists (select from issue_tables x where x.issue_id = i.id and x.table_id = ${put(tableId)}::uuid)`,
    search && holds('i.title', `${put(search)}::text`),
  ]
    .filter(Boolean)
    .join(' and ')
}

function scopeOf(put: Put, { scope, mySeatId }: IssuesWanted): string {
  if (scope === 'ALL') return 'true'
  const shown = 'i.withdrawn_at is null and i.hidden_at is null'
  if (scope === 'SHOWN') return `${shown} and i.merged_into_id is null`
  return mySeatId === null ? shown : `(${shown} or i.author_seat_id = ${put(mySeatId)}::uuid)`
}
