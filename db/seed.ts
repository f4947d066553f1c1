import { eq, sql } from 'drizzle-orm'
import type { Database } from './client.ts'
import { workshops } from './schema/workshops.ts'
import { PEER_SUPPORT_SLUG, seedPeerSupport, seedPeerSupportWriteUp } from './seed/peer-support-2017.ts'
import { seedSample } from './seed/sample.ts'
import { seedSampleBrief } from './seed/sample-briefs.ts'
import { seedSampleSecondDay } from './seed/sample-second-day.ts'

// Any number that nothing else locks by: two instances that start together load the workshops once.
const SEED_LOCK = 20170713

/** Loads the workshop of July 2017 and the two fictional samples into a database that does not have them yet. */
export async function seedOnce(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`)
    // A deleted one counts too: what staff threw away does not come back by itself.
    if ((await tx.$count(workshops, eq(workshops.slug, PEER_SUPPORT_SLUG))) > 0)
      return seedPeerSupportWriteUp(tx)
    await seedPeerSupport(tx)
    const project = await seedSample(tx)
    await seedSampleSecondDay(tx, project)
    await seedSampleBrief(tx, project.id)
  })
}
