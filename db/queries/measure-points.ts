import {
  aliasedTable,
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { measurePoints, type PointRow, pointCorrections } from '#db/schema/measures.ts'
import { people } from '#db/schema/people.ts'

/** A point as charts need it. */
export type PlottedPoint = Pick<PointRow, 'id' | 'measureId' | 'day' | 'value'>
/** A point with the names of whoever added it and whoever removed it. */
export type PointView = Omit<PointRow, 'requestDigest'> & {
  addedByName: string | null
  removedByName: string | null
}
export type CorrectionView = {
  pointId: string
  from: number
  to: number
  reason: string
  correctedAt: Date
  correctedByName: string | null
}

const remover = aliasedTable(people, 'remover')
const { requestDigest: _, ...columns } = getTableColumns(measurePoints)
const view = { ...columns, addedByName: people.name, removedByName: remover.name }

/** Every point of several measures that counts, by day. */
export async function listPlottedPoints(
  db: Executor,
  measureIds: readonly string[],
): Promise<PlottedPoint[]> {
  const { id, measureId, day, value } = measurePoints
  return db
    .select({ id, measureId, day, value })
    .from(measurePoints)
    .where(and(inArray(measureId, [...measureIds]), isNull(measurePoints.removedAt)))
    .orderBy(asc(measureId), asc(day))
}

/** What a measure's days hold. */
export async function listValues(db: Executor, measureId: string): Promise<Map<string, number>> {
  const points = await listPlottedPoints(db, [measureId])
  return new Map(points.map(({ day, value }) => [day, value]))
}

/** The points of a measure that count; of these, those changed since a moment in ISO 8601. */
export type PointsWanted = { measureId: string; updatedSince: string | null }

/** One page of a measure's points, the latest first, one row more than asked for. */
export async function listPoints(
  db: Executor,
  wanted: PointsWanted,
  page: { first: number; after: { day: string; id: string } | null },
): Promise<PointView[]> {
  const place = sql`(${measurePoints.day}, ${measurePoints.id})`
  const { after } = page
  return selectPoints(db)
    .where(
      and(
        counts(wanted),
        after === null ? undefined : sql`${place} < (${after.day}::date, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(measurePoints.day), desc(measurePoints.id))
    .limit(page.first + 1)
}

/** The latest point of each of several measures. */
export async function listLatestPoints(db: Executor, measureIds: readonly string[]): Promise<PointView[]> {
  const latest = sql`(select l.id from measures m cross join lateral (
    select p.id from measure_points p where p.measure_id = m.id and p.removed_at is null
    order by p.day desc, p.id desc limit 1) l where m.id in ${[...measureIds]})`
  return selectPoints(db).where(inArray(measurePoints.id, latest))
}

/** How many points the same question finds. */
export async function countPoints(db: Executor, wanted: PointsWanted): Promise<number> {
  return db.$count(measurePoints, counts(wanted))
}

function counts({ measureId, updatedSince }: PointsWanted): SQL | undefined {
  return and(
    eq(measurePoints.measureId, measureId),
    isNull(measurePoints.removedAt),
    updatedSince === null ? undefined : gte(measurePoints.updatedAt, new Date(updatedSince)),
  )
}

/** The points that were removed last, the latest first. */
export async function listRemovedPoints(db: Executor, measureId: string, most: number): Promise<PointView[]> {
  return selectPoints(db)
    .where(and(eq(measurePoints.measureId, measureId), isNotNull(measurePoints.removedAt)))
    .orderBy(desc(measurePoints.removedAt))
    .limit(most)
}

/** Corrections of several points, the oldest first. */
export async function listCorrectionsOf(
  db: Executor,
  pointIds: readonly string[],
): Promise<CorrectionView[]> {
  const { pointId, from, to, reason, correctedAt } = pointCorrections
  return db
    .select({ pointId, from, to, reason, correctedAt, correctedByName: people.name })
    .from(pointCorrections)
    .leftJoin(people, eq(people.id, pointCorrections.correctedBy))
    .where(inArray(pointId, [...pointIds]))
    .orderBy(asc(pointCorrections.id))
}

/** Finds a point, also a removed one. */
export async function findPoint(db: Executor, id: string): Promise<PointRow | null> {
  const [row] = await db.select().from(measurePoints).where(eq(measurePoints.id, id))
  return row ?? null
}

/** Points of these ids, with what they were asked for with. */
export async function listPointsById(db: Executor, ids: readonly string[]): Promise<PointRow[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(measurePoints)
    .where(inArray(measurePoints.id, [...ids]))
}

// A statement carries at most 65,535 values.
const AT_ONCE = 5_000

/** Adds points. */
export async function insertPoints(
  tx: Executor,
  points: readonly (typeof measurePoints.$inferInsert)[],
): Promise<void> {
  for (let from = 0; from < points.length; from += AT_ONCE) {
    await tx.insert(measurePoints).values(points.slice(from, from + AT_ONCE))
  }
}

/** Changes a point's value and writes down what it was. */
export async function correctPoint(
  tx: Executor,
  correction: typeof pointCorrections.$inferInsert,
): Promise<void> {
  await tx.insert(pointCorrections).values(correction)
  await tx.update(measurePoints).set({ value: correction.to }).where(eq(measurePoints.id, correction.pointId))
}

/** Takes a point out of the chart, or puts it back. */
export async function updatePoint(
  tx: Executor,
  id: string,
  change: Pick<PointRow, 'removedAt' | 'removedBy' | 'removedReason'>,
): Promise<void> {
  await tx.update(measurePoints).set(change).where(eq(measurePoints.id, id))
}

function selectPoints(db: Executor) {
  return db
    .select(view)
    .from(measurePoints)
    .leftJoin(people, eq(people.id, measurePoints.addedBy))
    .leftJoin(remover, eq(remover.id, measurePoints.removedBy))
}
