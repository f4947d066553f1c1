import { randomBytes, randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { seats } from '#db/schema/seats.ts'
import { steps } from '#db/schema/steps.ts'
import { tables, type WorkshopRow, workshops } from '#db/schema/workshops.ts'
import { makeRoomCode, ROOM_CODE_BYTES } from '#domain/room-codes.ts'
import { slugify } from '#domain/workshops.ts'

const MOST_ATTEMPTS = 5
const SUFFIX_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A workshop to be, with all that it begins with. */
export type WorkshopPlan = {
  workshop: Omit<typeof workshops.$inferInsert, 'slug' | 'roomCode'> & {
    id: string
    requestDigest: Uint8Array
  }
  tables: Pick<typeof tables.$inferInsert, 'areaId' | 'code' | 'name'>[]
  steps: Pick<typeof steps.$inferInsert, 'day' | 'title' | 'instructions' | 'plannedMinutes' | 'activity'>[]
  facilitator: { personId: string; displayName: string }
}

/** Whether the workshop was written, or one with its id was there already; that one is returned, deleted or not. */
export type Beginning = { written: boolean; workshop: WorkshopRow }

/**
 * Writes a workshop with its tables, steps and facilitator, under a short name and a room code that nobody else has.
 * Two requests with one id write one workshop: the second waits for the first and finds it.
 */
export async function insertWorkshop(tx: Transaction, plan: WorkshopPlan): Promise<Beginning> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const slug = await freeSlug(tx, plan.workshop.title)
    const roomCode = newRoomCode()
    const [workshop] = await tx
      .insert(workshops)
      .values({ ...plan.workshop, slug, roomCode })
      .onConflictDoNothing()
      .returning()
    if (workshop) {
      await insertContent(tx, plan)
      return { written: true, workshop }
    }
    const [earlier] = await tx.select().from(workshops).where(eq(workshops.id, plan.workshop.id))
    if (earlier) return { written: false, workshop: earlier }
    // Nobody has the id, so another took the short name or the code at the same moment: try others.
  }
  throw new Error('No free short name or room code was found for a workshop.')
}

/** A room code, drawn anew. */
export function newRoomCode(): string {
  return makeRoomCode(randomBytes(ROOM_CODE_BYTES))
}

async function insertContent(tx: Transaction, plan: WorkshopPlan): Promise<void> {
  const workshopId = plan.workshop.id
  const inOrder = <T>(row: T, position: number) => ({ ...row, workshopId, position })
  if (plan.tables.length > 0) await tx.insert(tables).values(plan.tables.map(inOrder))
  if (plan.steps.length > 0) await tx.insert(steps).values(plan.steps.map(inOrder))
  await tx
    .insert(seats)
    .values({ ...plan.facilitator, workshopId, role: 'FACILITATOR', joinedAt: new Date() })
}

async function freeSlug(tx: Transaction, title: string): Promise<string> {
  const slug = slugify(title)
  if ((await tx.$count(workshops, eq(workshops.slug, slug))) === 0) return slug
  const suffix = Array.from({ length: 4 }, () => SUFFIX_LETTERS[randomInt(SUFFIX_LETTERS.length)]).join('')
  return `${slug}-${suffix}`
}
