import { listOwnWords } from '#db/queries/contributions.ts'
import { seatIn } from '#domain/permissions.ts'
import type { Resolvers, WorkshopResolvers } from '#graphql/generated/resolvers.ts'
import { chainOf } from './provenance.ts'

const viewerContributions: WorkshopResolvers['viewerContributions'] = async ({ id }, _args, context) => {
  const seat = seatIn(context.viewer, id)
  if (seat === null) return null
  const own = await listOwnWords(context.db, seat.id)
  return Promise.all(own.map((word) => chainOf(context, word, true)))
}

export const contributionResolvers = { Workshop: { viewerContributions } } satisfies Resolvers
