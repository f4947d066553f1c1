import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** A place in a list that orders by a moment first: its value, so that the list goes on when the row at it is gone. */
export type MomentPlace = { moment: string; id: string }

/** A moment to the microsecond, as cursors hold it. */
export function momentOf(column: AnyColumn): SQL<string> {
  return sql<string>`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** A row of such a list with its moment. */
export type Placed<Row> = Row & { place: string }

/** Whether the moment and the id of a row come before or after a place. */
export function beyond(
  [moment, id]: readonly [AnyColumn, AnyColumn],
  direction: 'LATER' | 'EARLIER',
  after: MomentPlace | null,
): SQL | undefined {
  if (after === null) return undefined
  const compares = sql.raw(direction === 'LATER' ? '>' : '<')
  return sql`(${moment}, ${id}) ${compares} (${after.moment}::timestamptz, ${after.id}::uuid)`
}
