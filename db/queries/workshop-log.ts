import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { workshopLog } from '#db/schema/workshop-log.ts'
import type { LoggedAct } from '#domain/workshop-log.ts'

export type NewLogEntry = {
  workshopId: string
  act: LoggedAct
  subjectId: string | null
  personId: string
  actorName: string
  reason?: string | null
}

/** An act as it is listed: with the beginning of the words that were acted on, where they are still there. */
export type LogEntryView = {
  id: string
  act: LoggedAct
  subjectId: string | null
  subject: string | null
  actorName: string
  reason: string | null
  createdAt: Date
}

/** Writes acts into a workshop's log, in the transaction that does them. */
export async function logActs(tx: Executor, entries: readonly NewLogEntry[]): Promise<void> {
  if (entries.length > 0) await tx.insert(workshopLog).values([...entries])
}

// What somebody took back is gone for the log too. Words alone: whose they are is told nowhere here.
const subject = sql<string | null>`(
  select case when char_length(x.words) > 120 then left(x.words, 120) || '…' else x.words end
  from (
    select i.title as words from issues i where i.id = workshop_log.subject_id
    union all
    select i.text from ideas i where i.id = workshop_log.subject_id
    union all
    select c.text from critiques c where c.id = workshop_log.subject_id and c.withdrawn_at is null) x
  limit 1)`

/** One page of a workshop's log, the latest first, one row more than asked for. */
export async function listLog(
  db: Executor,
  workshopId: string,
  page: { first: number; after: { id: string } | null },
): Promise<LogEntryView[]> {
  const after = page.after === null ? undefined : lt(workshopLog.id, page.after.id)
  return db
    .select({
      id: workshopLog.id,
      act: workshopLog.act,
      subjectId: workshopLog.subjectId,
      subject: subject.as('subject'),
      actorName: workshopLog.actorName,
      reason: workshopLog.reason,
      createdAt: workshopLog.createdAt,
    })
    .from(workshopLog)
    .where(and(eq(workshopLog.workshopId, workshopId), after))
    .orderBy(desc(workshopLog.id))
    .limit(page.first + 1)
}

/** How many acts a workshop's log holds. */
export async function countLog(db: Executor, workshopId: string): Promise<number> {
  return db.$count(workshopLog, eq(workshopLog.workshopId, workshopId))
}
