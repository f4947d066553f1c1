import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type WorkshopRow, workshops } from '#db/schema/workshops.ts'

/** Finds the workshop whose room has a code, whether or not the room admits anybody. The same work for any code. */
export async function findWorkshopByRoomCode(db: Executor, roomCode: string): Promise<WorkshopRow | null> {
  return find(db, eq(workshops.roomCode, roomCode))
}

/** Finds the workshop that a QR code leads to, whether or not the room admits anybody. */
export async function findWorkshopByJoinToken(db: Executor, token: string): Promise<WorkshopRow | null> {
  return find(db, eq(workshops.joinToken, token))
}

/** Finds a room by its code among workshops that somebody sits in already. */
export async function findOwnWorkshopByRoomCode(
  db: Executor,
  roomCode: string,
  workshopIds: readonly string[],
): Promise<WorkshopRow | null> {
  if (workshopIds.length === 0) return null
  return find(db, and(eq(workshops.roomCode, roomCode), inArray(workshops.id, [...workshopIds])))
}

async function find(db: Executor, which: SQL | undefined): Promise<WorkshopRow | null> {
  const [row] = await db
    .select()
    .from(workshops)
    .where(and(which, isNull(workshops.deletedAt)))
  return row ?? null
}
