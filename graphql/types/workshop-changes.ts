import { randomBytes } from 'node:crypto'
import type { Transaction } from '#db/client.ts'
import { newRoomCode } from '#db/queries/new-workshops.ts'
import {
  restoreWorkshop as bringBack,
  findDeletedWorkshop,
  findWorkshop,
  isRoomCodeTaken,
  deleteWorkshop as markDeleted,
  updateWorkshop as save,
} from '#db/queries/workshops.ts'
import type { WorkshopRow } from '#db/schema/workshops.ts'
import { dayIn } from '#domain/dates.ts'
import { readInput } from '#domain/input.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import type { Reading, Refusal } from '#domain/refusal.ts'
import { JOIN_TOKEN_BYTES } from '#domain/room-codes.ts'
import { readEmail } from '#domain/text.ts'
import { workshopInput } from '#domain/workshops.ts'
import { authorize, authorizeIn, requirePerson } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import { type Context, reloadViewer } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, UpdateWorkshopInput } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { refused } from './base.ts'
import { columnsOf, createWorkshop, duplicateWorkshop } from './new-workshops.ts'

const updateWorkshop: MutationResolvers['updateWorkshop'] = (_root, { input }, context) =>
  change(input.id, context, (workshop) => {
    const fields = readInput(workshopInput, withChanges(workshop, input))
    if (!fields.ok) return fields.refusal
    const contactEmail = readContact(
      input.contactEmail === undefined ? workshop.contactEmail : input.contactEmail,
    )
    if (!contactEmail.ok) return contactEmail.refusal
    const no = refuseOverwrite(input, formOf(workshop))
    if (no) return no
    return { ...columnsOf(fields.value), contactEmail: contactEmail.value }
  })

/** What stands in the form of a workshop's details, by the names of its fields. */
function formOf({ title, description, venue, startsOn, endsOn, timeZone, ...more }: WorkshopRow) {
  const { contactEmail, dotsPerVoter, prioritiesToSelect } = more
  return {
    ...{ title, description, venue, startsOn, endsOn, timeZone },
    ...{ contactEmail, dotsPerVoter, prioritiesToSelect },
  }
}

/** The form as it would read after the change: what is left out stays, and what must be there stays if it is emptied. */
function withChanges(workshop: WorkshopRow, input: UpdateWorkshopInput) {
  const { venue = workshop.venue, description = workshop.description } = input
  return {
    title: input.title ?? workshop.title,
    startsOn: input.startsOn ?? workshop.startsOn,
    endsOn: input.endsOn ?? workshop.endsOn,
    timeZone: input.timeZone ?? workshop.timeZone,
    dotsPerVoter: input.dotsPerVoter ?? workshop.dotsPerVoter,
    prioritiesToSelect: input.prioritiesToSelect ?? workshop.prioritiesToSelect,
    venue: venue ?? '',
    description: description ?? '',
  }
}

function readContact(email: string | null): Reading<string | null> {
  return email === null || email.trim() === '' ? { ok: true, value: null } : readEmail(email, 'contactEmail')
}

const archiveWorkshop: MutationResolvers['archiveWorkshop'] = (_root, { id, archived }, context) =>
  change(id, context, (workshop) => ({ archivedAt: archived ? (workshop.archivedAt ?? new Date()) : null }))

const publishWorkshop: MutationResolvers['publishWorkshop'] = (_root, { id, published }, context) =>
  change(id, context, ({ publishedAt, unpublishedAt }) =>
    published
      ? { publishedAt: publishedAt ?? new Date() }
      : { publishedAt: null, unpublishedAt: publishedAt === null ? unpublishedAt : new Date() },
  )

const setRoomOpen: MutationResolvers['setRoomOpen'] = (_root, { id, open }, context) =>
  change(id, context, (workshop) => {
    const today = dayIn(new Date(), workshop.timeZone)
    // Opened on another day than its own, it closes by itself when that day ends.
    return { roomOpen: open, roomOpenedOn: open ? today : null }
  })

const regenerateRoomCode: MutationResolvers['regenerateRoomCode'] = (_root, { id }, context) =>
  change(id, context, async (_workshop, tx) => {
    let roomCode = newRoomCode()
    while (await isRoomCodeTaken(tx, roomCode)) roomCode = newRoomCode()
    return { roomCode, joinToken: randomBytes(JOIN_TOKEN_BYTES).toString('base64url') }
  })

const deleteWorkshop: MutationResolvers['deleteWorkshop'] = async (_root, { id }, context) => {
  const { viewer } = authorizeIn(context.viewer, 'runWorkshop', id)
  const restorableUntil = await context.db.transaction(async (tx) => {
    await lockWorkshopOrThrow(tx, id)
    return markDeleted(tx, id)
  })
  await reloadViewer(context, viewer.personId)
  return { __typename: 'DeleteWorkshopSuccess', workshopId: id, restorableUntil }
}

const restoreWorkshop: MutationResolvers['restoreWorkshop'] = async (_root, { id }, context) => {
  const { db } = context
  const viewer = requirePerson(context.viewer)
  const found = isId(id) ? await findDeletedWorkshop(db, id, viewer.personId) : null
  // Seats in deleted workshops are nobody's rights, except for this one act.
  const own = found?.ownRole
    ? [{ id: '', workshopId: id, role: found.ownRole, tableId: null, joined: true }]
    : []
  authorize({ ...viewer, seats: [...viewer.seats, ...own] }, 'runWorkshop', {
    workshopId: id,
    published: false,
  })
  // Pressing twice changes nothing and is no error.
  const workshop = isId(id) ? await (found ? bringBack(db, id) : findWorkshop(db, id)) : null
  if (workshop === null) throw denied('NOT_FOUND')
  await reloadViewer(context, viewer.personId)
  return { __typename: 'WorkshopSuccess', workshop }
}

export const workshopMutations = {
  createWorkshop,
  duplicateWorkshop,
  updateWorkshop,
  archiveWorkshop,
  deleteWorkshop,
  restoreWorkshop,
  publishWorkshop,
  regenerateRoomCode,
  setRoomOpen,
} satisfies MutationResolvers

type Decision = Refusal | Partial<WorkshopRow>

/** The beats of every change of a workshop: find, authorize, lock, decide, save. */
async function change(
  id: string,
  context: Context,
  decide: (workshop: WorkshopRow, tx: Transaction) => Decision | Promise<Decision>,
) {
  authorizeIn(context.viewer, 'runWorkshop', id)
  return context.db.transaction(async (tx) => {
    const workshop = await lockWorkshopOrThrow(tx, id)
    const decision = await decide(workshop, tx)
    if ('code' in decision) return refused(decision)
    return { __typename: 'WorkshopSuccess' as const, workshop: await save(tx, workshop, decision) }
  })
}
