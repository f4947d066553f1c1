import { desc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type BriefUpdateRow, briefUpdates } from '#db/schema/brief-updates.ts'
import { people } from '#db/schema/people.ts'
import { todayIn, zoneOfProject } from './days.ts'

/** An entry of a timeline with the name of whoever wrote or did it. */
export type BriefUpdateView = BriefUpdateRow & { authorName: string | null }

function selectUpdates(db: Executor) {
  return db
    .select({ ...getTableColumns(briefUpdates), authorName: people.name })
    .from(briefUpdates)
    .leftJoin(people, eq(people.id, briefUpdates.personId))
    .$dynamic()
}

/** Timelines of briefs, the latest first. */
export async function listBriefUpdates(
  db: Executor,
  briefIds: readonly string[],
): Promise<BriefUpdateView[]> {
  return selectUpdates(db)
    .where(inArray(briefUpdates.briefId, [...briefIds]))
    .orderBy(desc(briefUpdates.happenedOn), desc(briefUpdates.id))
}

/** Finds an entry of a timeline. */
export async function findBriefUpdate(db: Executor, id: string): Promise<BriefUpdateView | null> {
  const [row] = await selectUpdates(db).where(eq(briefUpdates.id, id))
  return row ?? null
}

/** An entry for a timeline; it tells of today where it names no day. */
export type NewBriefUpdate = Omit<typeof briefUpdates.$inferInsert, 'happenedOn'> & {
  happenedOn?: string | null
}

const TODAY = sql.raw(todayIn(zoneOfProject('b.project_id')))

function todayOf(briefId: string): SQL {
  return sql`(select ${TODAY} from briefs b where b.id = ${briefId})`
}

/** Writes an entry unless one with this id is there; returns whether it was written. */
export async function insertBriefUpdate(tx: Executor, update: NewBriefUpdate): Promise<boolean> {
  const { happenedOn, ...entry } = update
  const written = await tx
    .insert(briefUpdates)
    .values({ ...entry, happenedOn: happenedOn ?? todayOf(entry.briefId) })
    .onConflictDoNothing()
    .returning({ id: briefUpdates.id })
  return written.length > 0
}
