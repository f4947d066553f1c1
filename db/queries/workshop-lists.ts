import { type Database, PREPARED } from '#db/client.ts'
import { ALL_POST_ITS, CLOSED_DOTS, ISSUES, OPEN_DOTS, PARTICIPANTS } from '#db/queries/workshop-counts.ts'
import { isWorkshopColumn, type WorkshopView, workshopColumns } from '#db/queries/workshops.ts'
import { sharedOn } from '#db/together.ts'
import type { Granted } from '#domain/tokens.ts'
import { RESTORE_DAYS } from '#domain/workshops.ts'

/** Puts a value into the statement and returns its place there, such as `$1`. */
type Put = (value: string | number | string[]) => string

/** Which workshops are meant. */
export type WorkshopsMeant = {
  /** Every one; those that the person facilitates; those in which they sit, and published ones; published ones. */
  scope: 'ALL' | 'RUN' | 'SEEN' | 'PUBLISHED'
  personId: string | null
  /** Of published ones, those granted to a partner; all where this is left out. */
  granted?: Granted | null
  /** Only those that changed at this moment, in ISO 8601, or later. */
  updatedSince?: string | null
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
  postItCount: boolean
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
  db: Database,
  meant: WorkshopsMeant,
  page: DayPage,
  along: WorkshopsWith,
): Promise<readonly ListedWorkshop[]> {
  return run(db, (put) => {
    const these = narrow(put, meant)
    return `
      with page as materialized (${pageOf(put, these, page, along)})
      select w.* ${childrenOf(along)}
        ${along.total ? `, (select count(*)::int from workshops w where ${these}) as total` : ''}
      from page w ${along.project ? PROJECT : ''} order by w."startsOn" desc, w.id desc`
  })
}

/** The same for several projects at once: the first page of each, together with how many each has. */
export async function listWorkshopsOfProjects(
  db: Database,
  projectIds: readonly string[],
  meant: WorkshopsMeant,
  page: DayPage,
  along: WorkshopsWith,
): Promise<readonly ListedWorkshop[]> {
  return run(db, (put) => {
    const these = `w.project_id = wanted.id and ${narrow(put, meant)}`
    const total = along.total ? `(select count(*)::int from workshops w where ${these})` : '0'
    return `
      with page as materialized (
        select found.*, counted.total from unnest(${put([...projectIds])}::uuid[]) as wanted(id)
        cross join lateral (select ${total} as total) counted
        cross join lateral (${pageOf(put, these, page, along)}) found)
      select w.* ${childrenOf(along)}
      from page w ${along.project ? PROJECT : ''} order by w."startsOn" desc, w.id desc`
  })
}

/** Plain text, because the driver's nested fragments cost as much as the rest of reading a page. It stays prepared. */
async function run(db: Database, write: (put: Put) => string): Promise<readonly ListedWorkshop[]> {
  const values: Parameters<Put>[0][] = []
  const text = write((value) => `$${values.push(value)}`)
  return sharedOn(db)(JSON.stringify([text, values]), () =>
    db.$client.unsafe<ListedWorkshop[]>(text, values, PREPARED),
  )
}

/** How many workshops are meant, where a page past the end could not carry the number. */
export async function countWorkshops(
  { $client: sql }: Database,
  meant: WorkshopsMeant,
  projectId: string | null,
): Promise<number> {
  const values: Parameters<Put>[0][] = []
  const put: Put = (value) => `$${values.push(value)}`
  const ofProject = projectId === null ? '' : `and w.project_id = ${put(projectId)}`
  const [row] = await sql.unsafe<{ n: number }[]>(
    `select count(*)::int as n from workshops w
    where ${narrow(put, meant)} ${ofProject}`,
    values,
    PREPARED,
  )
  return row?.n ?? 0
}

function pageOf(put: Put, these: string, { first, after }: DayPage, { columns }: WorkshopsWith): string {
  const names = { NAME, CARD, ALL: undefined }[columns]
  const beyond =
    after === null ? '' : `and (w.starts_on, w.id) < (${put(after.day)}::date, ${put(after.id)}::uuid)`
  return `
    select ${workshopColumns(names)} from workshops w where ${these} ${beyond}
    order by w.starts_on desc, w.id desc limit ${Math.trunc(first) + 1}`
}

function childrenOf({ participantCount, issueCount, postItCount, dotCount, project }: WorkshopsWith): string {
  return [
    participantCount ? `, ${PARTICIPANTS} as "participantCount"` : '',
    issueCount ? `, ${ISSUES} as "issueCount"` : '',
    postItCount ? `, ${ALL_POST_ITS} as "postItCount"` : '',
    dotCount === null ? '' : `, ${CLOSED_DOTS} ${dotCount === 'ALL' ? `+ ${OPEN_DOTS}` : ''} as "dotCount"`,
    project ? `, ${PROJECT_OBJECT} as project` : '',
  ].join('')
}

const PROJECT = 'join projects p on p.id = w."projectId"'
const PROJECT_OBJECT = `json_build_object('id', p.id, 'title', p.title, 'challenge', p.challenge, 'phase', p.phase,
  'createdAt', p.created_at, 'updatedAt', p.updated_at, 'archivedAt', p.archived_at)`

function narrow(put: Put, meant: WorkshopsMeant): string {
  const { status, updatedSince } = meant
  const changed = updatedSince == null ? '' : ` and w.updated_at >= ${put(updatedSince)}::timestamptz`
  return `${scopeOf(put, meant)} and ${statusOf(status)}${changed}`
}

function scopeOf(put: Put, { scope, personId, granted }: WorkshopsMeant): string {
  if (Array.isArray(granted)) return `w.published_at is not null and w.id = any(${put([...granted])}::uuid[])`
  if (scope === 'ALL') return 'true'
  if (personId === null) return scope === 'RUN' ? 'false' : 'w.published_at is not null'
  if (scope === 'PUBLISHED') return 'w.published_at is not null'
  const seated = `select from seats s
    where s.workshop_id = w.id and s.person_id = ${put(personId)}::uuid and s.removed_at is null`
  if (scope === 'RUN') return `exists (${seated} and s.role = 'FACILITATOR')`
  return `(w.published_at is not null or exists (${seated}))`
}

function statusOf(status: WorkshopsMeant['status']): string {
  if (status === 'DELETED') return `w.deleted_at > now() - make_interval(days => ${RESTORE_DAYS})`
  if (status === 'KEPT') return 'w.deleted_at is null'
  if (status === 'ACTIVE') return 'w.deleted_at is null and w.archived_at is null'
  return 'w.deleted_at is null and w.archived_at is not null'
}
