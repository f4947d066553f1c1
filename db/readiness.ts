import { sql } from 'drizzle-orm'
import type { Database } from './client.ts'
import { countPendingMigrations } from './migrate.ts'

export type Readiness = 'ready' | 'database' | 'migrations' | 'durability'

/** Whether the product can do its work; if not, a word for what is in the way. */
export async function checkReadiness(db: Database): Promise<Readiness> {
  try {
    const [row] = await db.execute<{ commit: string }>(
      sql`select current_setting('synchronous_commit') as commit`,
    )
    // A dot that was acknowledged must survive a power cut.
    if (row?.commit === 'off') return 'durability'
    return (await countPendingMigrations(db)) === 0 ? 'ready' : 'migrations'
  } catch {
    return 'database'
  }
}
