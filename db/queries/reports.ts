import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { critiques, type ReportRow, reports } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { workshops } from '#db/schema/workshops.ts'
import { beyond, type MomentPlace, momentOf, type Placed } from './places.ts'

/** A report. It never says who made it. */
export type ReportView = Omit<ReportRow, 'seatId' | 'settledBySeatId'> & { aboutIdeaId: string }

/** What a report is about: an idea, or a comment on one. */
export type Reported = { kind: 'ideaId' | 'critiqueId'; id: string }

const view = {
  id: reports.id,
  workshopId: reports.workshopId,
  ideaId: reports.ideaId,
  critiqueId: reports.critiqueId,
  reason: reports.reason,
  createdAt: reports.createdAt,
  settledAt: reports.settledAt,
  aboutIdeaId: sql<string>`coalesce(${reports.ideaId}, ${critiques.ideaId})`.as('about_idea_id'),
}

function matches(workshopId: string, settled: boolean | null): SQL | undefined {
  const state = settled ? isNotNull(reports.settledAt) : isNull(reports.settledAt)
  return and(eq(reports.workshopId, workshopId), settled === null ? undefined : state)
}

/** One page of a workshop's reports, the latest first, one row more than asked for. */
export async function listReports(
  db: Executor,
  workshopId: string,
  settled: boolean | null,
  page: { first: number; after: MomentPlace | null },
): Promise<Placed<ReportView>[]> {
  const after = beyond([reports.createdAt, reports.id], 'EARLIER', page.after)
  return db
    .select({ ...view, place: momentOf(reports.createdAt) })
    .from(reports)
    .leftJoin(critiques, eq(critiques.id, reports.critiqueId))
    .where(and(matches(workshopId, settled), after))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(page.first + 1)
}

/** How many reports the same filter finds. */
export async function countReports(
  db: Executor,
  workshopId: string,
  settled: boolean | null,
): Promise<number> {
  return db.$count(reports, matches(workshopId, settled))
}

/** Finds a report in a workshop that is not deleted. */
export async function findReport(db: Executor, id: string): Promise<ReportRow | null> {
  const [row] = await db
    .select({ report: reports })
    .from(reports)
    .innerJoin(workshops, and(eq(workshops.id, reports.workshopId), isNull(workshops.deletedAt)))
    .where(eq(reports.id, id))
  return row?.report ?? null
}

/** Finds the report by which a seat, or somebody without one, waits for a look at something. */
export async function findOpenReport(
  tx: Executor,
  about: Reported,
  seatId: string | null,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        eq(reports[about.kind], about.id),
        isNull(reports.settledAt),
        sql`${reports.seatId} is not distinct from ${seatId}::uuid`,
      ),
    )
  return row?.id ?? null
}

/** Lets reports of one thing come one after the other, so that asking twice at once gives one. */
export async function lockReported(tx: Transaction, { kind, id }: Reported): Promise<void> {
  const table = kind === 'ideaId' ? ideas : critiques
  await tx.select({ id: table.id }).from(table).where(eq(table.id, id)).for('no key update')
}

/** Writes a report unless one with this id is there already; returns whether it was written. */
export async function insertReport(
  tx: Executor,
  report: Pick<ReportRow, 'id' | 'workshopId' | 'ideaId' | 'critiqueId' | 'seatId' | 'reason'>,
): Promise<boolean> {
  const written = await tx.insert(reports).values(report).onConflictDoNothing().returning({ id: reports.id })
  return written.length > 0
}

/** Settles a report; returns whether it was still open. */
export async function settleReport(tx: Executor, id: string, seatId: string | null): Promise<boolean> {
  const settled = await tx
    .update(reports)
    .set({ settledAt: sql`now()`, settledBySeatId: seatId })
    .where(and(eq(reports.id, id), isNull(reports.settledAt)))
    .returning({ id: reports.id })
  return settled.length > 0
}

/** Settles every open report of something that a facilitator has hidden. */
export async function settleReportsOf(
  tx: Executor,
  about: { kind: Reported['kind']; ids: readonly string[] },
  seatId: string | null,
): Promise<void> {
  await tx
    .update(reports)
    .set({ settledAt: sql`now()`, settledBySeatId: seatId })
    .where(and(inArray(reports[about.kind], [...about.ids]), isNull(reports.settledAt)))
}

/** Seats that have reported comments at which nobody has looked yet. */
export async function listOpenReporters(
  db: Executor,
  critiqueIds: readonly string[],
): Promise<{ critiqueId: string; seatIds: string[] }[]> {
  return db.execute<{ critiqueId: string; seatIds: string[] }>(sql`
    select critique_id as "critiqueId", array_agg(seat_id) as "seatIds" from reports
    where critique_id in ${[...critiqueIds]} and settled_at is null and seat_id is not null
    group by critique_id`)
}
