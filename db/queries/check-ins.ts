import { desc, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Database, Executor, Transaction } from '#db/client.ts'
import { briefIdeas, briefs } from '#db/schema/briefs.ts'
import { type CheckInRow, checkInAsks, checkIns } from '#db/schema/check-ins.ts'
import { people } from '#db/schema/people.ts'
import { ASKED_WITHIN_DAYS } from '#domain/check-ins.ts'
import { todayIn } from './days.ts'
import { DUE_DAY, OVERDUE } from './progress.ts'

/** What was said of an idea, with the name of whoever said it. */
export type CheckInView = CheckInRow & { authorName: string | null }

function selectCheckIns(db: Executor) {
  return db
    .select({ ...getTableColumns(checkIns), authorName: people.name })
    .from(checkIns)
    .leftJoin(people, eq(people.id, checkIns.personId))
    .$dynamic()
}

/** What was said of ideas, the latest first. */
export async function listCheckIns(db: Executor, ideaIds: readonly string[]): Promise<CheckInView[]> {
  return selectCheckIns(db)
    .where(inArray(checkIns.ideaId, [...ideaIds]))
    .orderBy(desc(checkIns.createdAt), desc(checkIns.id))
}

/** Finds what was said once. */
export async function findCheckIn(db: Executor, id: string): Promise<CheckInView | null> {
  const [row] = await selectCheckIns(db).where(eq(checkIns.id, id))
  return row ?? null
}

/** Writes what somebody says unless it is there; returns whether it was written. */
export async function insertCheckIn(
  tx: Executor,
  checkIn: typeof checkIns.$inferInsert & { id: string },
): Promise<boolean> {
  const written = await tx
    .insert(checkIns)
    .values(checkIn)
    .onConflictDoNothing()
    .returning({ id: checkIns.id })
  return written.length > 0
}

/** Briefs that join an idea, for their timelines. */
export async function listBriefIdsOfIdea(tx: Executor, ideaId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: briefs.id })
    .from(briefIdeas)
    .innerJoin(briefs, eq(briefs.id, briefIdeas.briefId))
    .where(eq(briefIdeas.ideaId, ideaId))
  return rows.map(({ id }) => id)
}

/** Overdue ideas of workshops in use, those due longest first. */
export async function listOverdueIdeas(
  { $client: sql }: Database,
  workshopIds: readonly string[],
): Promise<{ id: string; workshopId: string; dueOn: string }[]> {
  return sql.unsafe<{ id: string; workshopId: string; dueOn: string }[]>(
    `select i.id, w.id as "workshopId", (${DUE_DAY})::text as "dueOn" from workshops w join ideas i on i.workshop_id = w.id
    where w.id = any ($1) and w.deleted_at is null and w.archived_at is null and ${OVERDUE} order by ${DUE_DAY}, i.id`,
    [[...workshopIds]],
    { prepare: true },
  )
}

/** An idea whose day has come, and everybody who is to be asked about it. */
export type DueIdea = {
  id: string
  text: string
  dueOn: string
  workshopTitle: string
  projectId: string
  projectTitle: string
  emails: string[]
}

const REACHABLE = 'p.email is not null and p.email_verified_at is not null'

// A brief does not open the workshops that it comes from: whoever may not read the idea there is not sent its words.
const READS = `p.platform_role is not null and (p.platform_role = 'ADMIN' or w.published_at is not null or exists (
  select from seats s where s.workshop_id = w.id and s.person_id = p.id and s.removed_at is null))`

const DUE = `
  select i.id, i.text, (${DUE_DAY})::text as "dueOn", w.title as "workshopTitle", j.id as "projectId", j.title as "projectTitle",
    coalesce(
      (select array_agg(distinct p.email) from brief_ideas x join briefs b on b.id = x.brief_id
        join people p on p.id = b.owner_id and ${REACHABLE} and ${READS} where x.idea_id = i.id),
      (select array_agg(distinct p.email) from seats s join people p on p.id = s.person_id and ${REACHABLE}
        where s.workshop_id = w.id and s.role = 'FACILITATOR' and s.removed_at is null),
      '{}') as emails
  from ideas i join workshops w on w.id = i.workshop_id join projects j on j.id = w.project_id
  where w.deleted_at is null and w.archived_at is null and j.archived_at is null and ${OVERDUE}
    and ${DUE_DAY} > ${todayIn('w.time_zone')} - ${ASKED_WITHIN_DAYS}
    and not exists (select from check_in_asks a where a.idea_id = i.id and a.due_on = ${DUE_DAY})
  order by j.id, ${DUE_DAY}, i.id limit 500 for no key update of i skip locked`

/**
 * Locks ideas whose day has come within the last month and about which nobody was asked: the owners of the briefs that
 * join an idea are, and where there is none the workshop's facilitators.
 */
export async function lockDueIdeas(tx: Transaction): Promise<DueIdea[]> {
  return tx.execute<DueIdea>(DUE)
}

/** Notes that people were asked about ideas, each for its due day. */
export async function insertCheckInAsks(tx: Executor, ideas: readonly DueIdea[]): Promise<void> {
  if (ideas.length === 0) return
  await tx
    .insert(checkInAsks)
    .values(ideas.map(({ id, dueOn }) => ({ ideaId: id, dueOn })))
    .onConflictDoNothing()
}
