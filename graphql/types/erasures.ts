import {
  countErasureRequests,
  erasePerson as erase,
  findPersonInSeat,
  insertErasureRequest,
  listErasureRequests,
} from '#db/queries/erasures.ts'
import { lockAdministrators } from '#db/queries/people.ts'
import { refuseLastAdministrator } from '#domain/people.ts'
import { refusal } from '#domain/refusal.ts'
import { readReason } from '#domain/text.ts'
import { authorize, requirePerson } from '#graphql/authorize.ts'
import { connection, isId, readPage } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, QueryResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'

const erasureRequests: QueryResolvers['erasureRequests'] = async (_root, args, { db, viewer }) => {
  authorize(viewer, 'erasePeople')
  const page = readPage(args)
  const rows = await listErasureRequests(db, page)
  return connection(
    rows,
    page,
    ({ id }) => ({ id }),
    () => countErasureRequests(db),
  )
}

const requestErasure: MutationResolvers['requestErasure'] = async (_root, args, context) => {
  const { db } = context
  const viewer = requirePerson(context.viewer)
  const personId = args.seatId ? await personInSeat(args.seatId, context) : viewer.personId
  const reason = readReason(args.reason, { required: false })
  if (!reason.ok) return refused(reason.refusal)
  await insertErasureRequest(db, { personId, askedById: viewer.personId, reason: reason.value || null })
  return { __typename: 'RequestErasureSuccess', requested: true }
}

/** People ask for themselves through their own seat too; for others it takes the right to run the workshop. */
async function personInSeat(seatId: string, { db, viewer }: Context): Promise<string> {
  const found = isId(seatId) ? await findPersonInSeat(db, seatId) : null
  if (found === null) throw denied('NOT_FOUND')
  if (found.personId !== viewer?.personId) {
    authorize(viewer, 'runWorkshop', { workshopId: found.workshopId, published: false })
  }
  return found.personId
}

const erasePerson: MutationResolvers['erasePerson'] = async (_root, { personId }, { db, viewer }) => {
  authorize(viewer, 'erasePeople')
  if (!isId(personId)) throw denied('NOT_FOUND')
  const no = await db.transaction(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const last = refuseLastAdministrator({ personId, to: null, administrators })
    if (last) return last
    if (await erase(tx, personId)) return null
    return refusal('NOT_FOUND', 'This person is not here any more. Reload the page.', 'personId')
  })
  return no ? refused(no) : { __typename: 'ErasePersonSuccess', personId }
}

export const erasureResolvers = {
  Query: { erasureRequests },
  Mutation: { requestErasure, erasePerson },
} satisfies Resolvers
