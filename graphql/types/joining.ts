import { v7 } from 'uuid'
import { insertGuest } from '#db/queries/people.ts'
import { insertSeat, markJoined } from '#db/queries/seats.ts'
import { startSession } from '#db/queries/sessions.ts'
import type { WorkshopRow } from '#db/schema/workshops.ts'
import { can, seatIn } from '#domain/permissions.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { requirePerson } from '#graphql/authorize.ts'
import { beginSession, type Context, reloadViewer } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import { findRoom } from '#graphql/find-room.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'

/** Anybody may knock: whether they come in is decided by the code, and by nothing that tells a wrong code from a closed room. */
export const joinWorkshop: MutationResolvers['joinWorkshop'] = async (_root, { input }, context) => {
  const name = readText(input.displayName, {
    field: 'displayName',
    max: LIMITS.displayName,
    label: 'your name',
  })
  if (!name.ok) return refused(name.refusal)
  const workshop = await findRoom(input.code, context)
  if ('code' in workshop) return refused(workshop)
  const personId = await takeSeat(context, workshop, name.value)
  await reloadViewer(context, personId)
  const seatId = seatIn(context.viewer, workshop.id)?.id
  const seat = seatId === undefined ? null : await context.loaders.seatById.load(seatId)
  if (seat === null) throw new Error('Somebody joined and has no seat.')
  return { __typename: 'JoinWorkshopSuccess', seat, workshop }
}

/** The seat the viewer has, else a new one; somebody without a session becomes a guest with a session of their own. */
async function takeSeat(context: Context, workshop: WorkshopRow, displayName: string) {
  const { db } = context
  const viewer = context.viewer && requirePerson(context.viewer)
  const workshopId = workshop.id
  const seat = viewer?.seats.find((own) => own.workshopId === workshopId)
  if (viewer && seat) {
    if (!seat.joined) await markJoined(db, seat.id)
    return viewer.personId
  }
  // Whoever runs every workshop does not vote in them by the way: they take part when somebody invites them.
  if (can(viewer, 'runWorkshop', { workshopId, published: false })) throw denied('FORBIDDEN')
  const given = { workshopId, displayName, role: 'PARTICIPANT' as const, joinedAt: new Date() }
  if (viewer) {
    await insertSeat(db, { ...given, personId: viewer.personId })
    return viewer.personId
  }
  const personId = v7()
  const session = await db.transaction(async (tx) => {
    await insertGuest(tx, personId, displayName)
    await insertSeat(tx, { ...given, personId })
    return startSession(tx, personId)
  })
  beginSession(context, session)
  return personId
}
