import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import type { ReportRow } from '#db/schema/critiques.ts'

export type ReportView = ReportRow

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
