import { and, eq, isNull } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type WorkshopRow, workshops } from '#db/schema/workshops.ts'

/** Finds the workshop whose room has a code, whether or not the room admits anybody. The same work for any code. */
export async function findWorkshopByRoomCode(db: Executor, roomCode: string): Promise<WorkshopRow | null> {
  const [row] = await db
    .select()
    .from(workshops)
    .where(and(eq(workshops.roomCode, roomCode), isNull(workshops.deletedAt)))
  return row ?? null
}
