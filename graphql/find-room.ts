import {
  findOwnWorkshopByRoomCode,
  findWorkshopByJoinToken,
  findWorkshopByRoomCode,
} from '#db/queries/rooms.ts'
import { consumeRoomCode, rewardRoomCode } from '#db/rate-limits.ts'
import type { WorkshopRow } from '#db/schema/workshops.ts'
import { dayIn } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import { seatIn, type Viewer } from '#domain/permissions.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { isRoomOpen, readJoinToken, readRoomCode, roomNotFound } from '#domain/room-codes.ts'
import type { Context } from './context.ts'

/**
 * Finds the room that a code or the secret of a QR code opens for the viewer. The budget of typed codes is asked before a code
 * is looked up, so that whoever is refused learns nothing from a right one. The secret of a QR code cannot be guessed and takes
 * nothing, and neither does the code of a room that the viewer sits in: guessing elsewhere keeps nobody out of those.
 */
export async function findRoom(given: string, context: Context): Promise<WorkshopRow | Refusal> {
  const { db, viewer, address } = context
  const token = readJoinToken(given.trim())
  if (token !== null) return admitted(await findWorkshopByJoinToken(db, token), viewer)
  // A text that cannot be a code is looked up all the same, so that every wrong code takes the same time.
  const code = readRoomCode(given) ?? ''
  const own = await findOwnWorkshopByRoomCode(
    db,
    code,
    viewer?.seats.map(({ workshopId }) => workshopId) ?? [],
  )
  if (own !== null) return admitted(own, viewer)
  const { allowed, retryAfterSeconds } = await consumeRoomCode(address)
  if (!allowed) return tooMany(context, retryAfterSeconds)
  const found = admitted(await findWorkshopByRoomCode(db, code), viewer)
  if (!('code' in found)) await rewardRoomCode(address)
  return found
}

// A closed room admits nobody new; those who sit in it come back in.
function admitted(workshop: WorkshopRow | null, viewer: Viewer): WorkshopRow | Refusal {
  if (workshop === null || workshop.archivedAt !== null) return roomNotFound()
  const open = isRoomOpen(workshop, dayIn(new Date(), workshop.timeZone))
  return open || seatIn(viewer, workshop.id) !== null ? workshop : roomNotFound()
}

function tooMany(context: Context, retryAfterSeconds: number): Refusal {
  context.retryAfterSeconds = retryAfterSeconds
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const message = `Too many wrong codes were tried. Scan the QR code on the sheet or the screen instead, or try again in ${plural(minutes, 'minute')}.`
  return refusal('RATE_LIMITED', message, 'code')
}
