import type { Transaction } from '#db/client.ts'
import { findPerson } from '#db/queries/people.ts'
import {
  countFacilitators,
  findSeat,
  findSeatOf,
  insertSeat,
  listSeatsById,
  type SeatView,
  updateSeat,
  updateSeats,
} from '#db/queries/seats.ts'
import { findTable, listTablesOf } from '#db/queries/tables.ts'
import type { SeatRow } from '#db/schema/seats.ts'
import type { Action } from '#domain/permissions.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { refuseRoleChange, refuseSeatRemoval } from '#domain/seats.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { allOrNone, MOST_AT_ONCE, notAllHere, tooMany } from '#graphql/all-or-none.ts'
import { authorize, authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import { type Context, reloadViewer } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { refused } from './base.ts'
import { nameOf } from './new-workshops.ts'

const moveSeat: MutationResolvers['moveSeat'] = async (_root, { seatId, tableId }, context) => {
  const seat = await findAllowed(seatId, context, 'runWorkshop')
  return change(seat, context, async (tx) => {
    const table = tableId != null && isId(tableId) ? await findTable(tx, tableId) : null
    if (tableId != null && table?.workshopId !== seat.workshopId) {
      return noSuchTable()
    }
    return { tableId: table?.id ?? null }
  })
}

const moveSeats: MutationResolvers['moveSeats'] = async (_root, { moves }, context) => {
  const { db } = context
  const byId = new Map(moves.map(({ seatId, tableId }) => [seatId.toLowerCase(), tableId ?? null]))
  const { workshopId } = await findAllowed([...byId.keys()][0] ?? '', context, 'runWorkshop')
  if (byId.size > MOST_AT_ONCE) return refused(tooMany('moves'))
  const ids = [...byId.keys()].filter(isId)
  const no = await allOrNone(db, async (tx, refuse) => {
    await lockWorkshopOrThrow(tx, workshopId)
    const here = (await listSeatsById(tx, ids)).filter((seat) => seat.workshopId === workshopId)
    if (here.length < byId.size) refuse(notAllHere('people', 'moves'))
    const tableIds = new Set((await listTablesOf(tx, [workshopId])).map(({ id }) => id))
    for (const tableId of new Set(byId.values())) {
      if (tableId !== null && !tableIds.has(tableId.toLowerCase())) refuse(noSuchTable())
      const movers = ids.filter((id) => byId.get(id) === tableId)
      await updateSeats(tx, movers, { tableId })
    }
  })
  if (no) return refused(no)
  const moved = new Map((await listSeatsById(db, ids)).map((seat) => [seat.id, seat]))
  for (const seat of moved.values()) await reloadOwn(context, seat)
  return { __typename: 'SeatsSuccess', seats: ids.flatMap((id) => moved.get(id) ?? []) }
}

function noSuchTable(): Refusal {
  return refusal('NOT_FOUND', 'This table is not in the workshop. Choose another.', 'tableId')
}

const changeSeatRole: MutationResolvers['changeSeatRole'] = async (_root, { seatId, role }, context) => {
  const seat = await findAllowed(seatId, context, 'runWorkshop')
  // Who runs a workshop is for administrators to say; its facilitators say who takes part and who watches.
  if (role !== seat.role && [role, seat.role].includes('FACILITATOR'))
    authorize(context.viewer, 'assignRoles')
  return change(seat, context, async (tx, now) => {
    const facilitators = await countFacilitators(tx, seat.workshopId)
    return refuseRoleChange({ from: now.role, to: role, facilitators }) ?? { role }
  })
}

const removeSeat: MutationResolvers['removeSeat'] = async (_root, { seatId }, context) => {
  const seat = await findAllowed(seatId, context, 'runWorkshop')
  const own = seat.personId === context.viewer?.personId
  if (seat.role === 'FACILITATOR' && !own) authorize(context.viewer, 'assignRoles')
  const done = await change(seat, context, async (tx, now) => {
    const facilitators = await countFacilitators(tx, seat.workshopId)
    return refuseSeatRemoval({ role: now.role, facilitators }) ?? { removedAt: new Date() }
  })
  return done.__typename === 'Refusal' ? done : { __typename: 'RemoveSeatSuccess', seatId: seat.id }
}

const renameSeat: MutationResolvers['renameSeat'] = async (_root, { seatId, displayName }, context) => {
  const seat = await findAllowed(seatId, context, 'readPeople')
  if (seat.personId === null || seat.personId !== context.viewer?.personId) throw denied('FORBIDDEN')
  const name = readText(displayName, { field: 'displayName', max: LIMITS.displayName, label: 'your name' })
  return name.ok ? change(seat, context, async () => ({ displayName: name.value })) : refused(name.refusal)
}

const addFacilitator: MutationResolvers['addFacilitator'] = async (
  _root,
  { workshopId, personId },
  context,
) => {
  authorizeIn(context.viewer, 'assignRoles', workshopId)
  const seat = await context.db.transaction(async (tx) => {
    await lockWorkshopOrThrow(tx, workshopId)
    const person = isId(personId) ? await findPerson(tx, personId) : null
    if (person === null || person.platformRole === null) return null
    const given = {
      personId,
      workshopId,
      role: 'FACILITATOR' as const,
      displayName: nameOf(person),
      joinedAt: null,
    }
    const { id } = await insertSeat(tx, given)
    await updateSeat(tx, id, { role: 'FACILITATOR' })
    return findSeatOf(tx, workshopId, personId)
  })
  if (seat === null) {
    const message = 'Only staff can be made facilitators. Invite this person to the staff first.'
    return refused(refusal('NOT_FOUND', message, 'personId'))
  }
  await reloadOwn(context, seat)
  return { __typename: 'SeatSuccess', seat }
}

export const seatMutations = {
  moveSeat,
  moveSeats,
  changeSeatRole,
  removeSeat,
  renameSeat,
  addFacilitator,
} satisfies MutationResolvers

async function findAllowed(seatId: string, { db, viewer }: Context, action: Action): Promise<SeatView> {
  const seat = isId(seatId) ? await findSeat(db, seatId) : null
  if (seat === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  authorizeIn(viewer, action, seat.workshopId)
  return seat
}

/** The later beats of every change of one seat: lock, decide, save. */
async function change(
  seat: SeatView,
  context: Context,
  decide: (tx: Transaction, now: SeatView) => Promise<Refusal | Partial<SeatRow>>,
) {
  const outcome = await context.db.transaction(async (tx) => {
    await lockWorkshopOrThrow(tx, seat.workshopId)
    const now = await findSeat(tx, seat.id)
    if (now === null) throw denied('NOT_FOUND')
    const decision = await decide(tx, now)
    if ('code' in decision) return refused(decision)
    await updateSeat(tx, seat.id, decision)
    return { __typename: 'SeatSuccess' as const, seat: { ...now, ...decision } }
  })
  await reloadOwn(context, seat)
  return outcome
}

async function reloadOwn(context: Context, { personId }: SeatView): Promise<void> {
  if (personId !== null && personId === context.viewer?.personId) await reloadViewer(context, personId)
}
