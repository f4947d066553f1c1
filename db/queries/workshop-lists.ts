import type { PendingQuery, Row, Sql } from 'postgres'
import type { Database } from '#db/client.ts'
import { closedDotsOf, issuesOf, openDotsOf, participantsOf } from '#db/queries/workshop-counts.ts'
import { isWorkshopColumn, type WorkshopView, workshopColumns } from '#db/queries/workshops.ts'
import { RESTORE_DAYS } from '#domain/workshops.ts'

type Fragment = PendingQuery<Row[]>

/** Which workshops are meant. */
export type WorkshopsMeant = {
  /** Every one; those that the person facilitates; those in which they sit, and published ones; published ones. */
  scope: 'ALL' | 'RUN' | 'SEEN' | 'PUBLISHED'
  personId: string | null
  /** All that are not deleted; of these, those in use or put away; those deleted and still restorable. */
  status: 'KEPT' | 'ACTIVE' | 'ARCHIVED' | 'DELETED'
}

/** A page of a list by first day, the latest first. */
export type DayPage = { first: number; after: { day: string; id: string } | null }

/** What to load of each workshop, because the query asks for it. */
export type WorkshopsWith = {
  columns: WorkshopColumns
  participantCount: boolean
  issueCount: boolean
  /** CLOSED leaves out the dots of open rounds, which are turnout. */
  dotCount: 'ALL' | 'CLOSED' | null
  project: boolean
  /** How many there are on all pages. */
  total: boolean
}

/**
 * How much of each row to load: reading a row costs by its columns. There are three sizes, and not any selection, because
 * every statement that differs stays prepared on every connection.
 */
export type WorkshopColumns = 'NAME' | 'CARD' | 'ALL'
const NAME = ['id', 'projectId', 'slug', 'title', 'startsOn', 'publishedAt'] as const
const CARD = [...NAME, 'endsOn', 'venue', 'source', 'statedParticipants', 'archivedAt', 'deletedAt'] as const

/** The smallest size that holds all columns that are asked for. */
export function columnsFor(asked: readonly string[]): WorkshopColumns {
  const wanted = asked.filter(isWorkshopColumn)
  const within = (columns: readonly string[]) => wanted.every((name) => columns.includes(name))
  if (within(NAME)) return 'NAME'
  return within(CARD) ? 'CARD' : 'ALL'
}

/** A workshop of a page, as far as it was asked for, with the number on all pages where that was. */
export type ListedWorkshop = Pick<WorkshopView, (typeof NAME)[number]> & { total?: number }

/**
 * One page of workshops, one row more than asked for, with all that was asked for, in one prepared statement: the page
 * is found first along its index, so that nothing is counted for workshops that are not on it.
 */
export async function listWorkshops(
  { $client: sql }: Database,
  meant: WorkshopsMeant,
  page: DayPage,
  along: WorkshopsWith,
): Promise<ListedWorkshop[]> {
  const these = sql`${scopeOf(sql, meant)} and ${statusOf(sql, meant.status)}`
  const total = sql`(select count(*)::int from workshops w where ${these})`
  return sql<ListedWorkshop[]>`
    with page as materialized (${pageOf(sql, these, page, along)})
    select w.* ${childrenOf(sql, along)} ${along.total ? sql`, ${total} as total` : sql``}
    from page w ${along.project ? sql`join projects p on p.id = w."projectId"` : sql``}
    order by w."startsOn" desc, w.id desc`
}

/** The same for several projects at once: the first page of each, together with how many each has. */
export async function listWorkshopsOfProjects(
  { $client: sql }: Database,
  projectIds: readonly string[],
  meant: WorkshopsMeant,
  page: DayPage,
  along: WorkshopsWith,
): Promise<ListedWorkshop[]> {
  const these = sql`w.project_id = wanted.id and ${scopeOf(sql, meant)} and ${statusOf(sql, meant.status)}`
  return sql<ListedWorkshop[]>`
    with page as materialized (
      select found.*, counted.total from unnest(${[...projectIds]}::uuid[]) as wanted(id)
      cross join lateral (select ${along.total ? sql`(select count(*)::int from workshops w where ${these})` : sql`0`} as total) counted
      cross join lateral (${pageOf(sql, these, page, along)}) found)
    select w.* ${childrenOf(sql, along)}
    from page w ${along.project ? sql`join projects p on p.id = w."projectId"` : sql``}
    order by w."startsOn" desc, w.id desc`
}

/** How many workshops are meant, where a page past the end could not carry the number. */
export async function countWorkshops(
  { $client: sql }: Database,
  meant: WorkshopsMeant,
  projectId: string | null,
): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from workshops w where ${scopeOf(sql, meant)} and ${statusOf(sql, meant.status)}
      ${projectId === null ? sql`` : sql`and w.project_id = ${projectId}`}`
  return row?.n ?? 0
}

function pageOf(sql: Sql, these: Fragment, { first, after }: DayPage, { columns }: WorkshopsWith) {
  const names = { NAME, CARD, ALL: undefined }[columns]
  return sql`
    select ${workshopColumns(sql, names)} from workshops w
    where ${these} ${after === null ? sql`` : sql`and (w.starts_on, w.id) < (${after.day}::date, ${after.id}::uuid)`}
    order by w.starts_on desc, w.id desc limit ${first + 1}`
}

function childrenOf(sql: Sql, along: WorkshopsWith) {
  const openDots = along.dotCount === 'ALL' ? sql`+ ${openDotsOf(sql)}` : sql``
  return sql`
    ${along.participantCount ? sql`, ${participantsOf(sql)} as "participantCount"` : sql``}
    ${along.issueCount ? sql`, ${issuesOf(sql)} as "issueCount"` : sql``}
    ${along.dotCount === null ? sql`` : sql`, ${closedDotsOf(sql)} ${openDots} as "dotCount"`}
    ${along.project ? sql`, ${projectObject(sql)} as project` : sql``}`
}

function projectObject(sql: Sql) {
  return sql`json_build_object('id', p.id, 'title', p.title, 'challenge', p.challenge, 'phase', p.phase,
    'createdAt', p.created_at, 'archivedAt', p.archived_at)`
}

function scopeOf(sql: Sql, { scope, personId }: WorkshopsMeant) {
  const sits = sql`exists (select from seats s where s.workshop_id = w.id and s.person_id = ${personId} and s.removed_at is null`
  if (scope === 'ALL') return sql`true`
  if (scope === 'RUN') return sql`${sits} and s.role = 'FACILITATOR')`
  if (scope === 'PUBLISHED' || personId === null) return sql`w.published_at is not null`
  return sql`(w.published_at is not null or ${sits}))`
}

function statusOf(sql: Sql, status: WorkshopsMeant['status']) {
  if (status === 'DELETED') return sql`w.deleted_at > now() - make_interval(days => ${RESTORE_DAYS})`
  if (status === 'KEPT') return sql`w.deleted_at is null`
  if (status === 'ACTIVE') return sql`w.deleted_at is null and w.archived_at is null`
  return sql`w.deleted_at is null and w.archived_at is not null`
}
