import { updateWorkshop } from '#db/queries/workshops.ts'
import { readEmbedOrigins } from '#domain/embeds.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import type { MutationResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { refused } from './base.ts'

const setEmbedOrigins: MutationResolvers['setEmbedOrigins'] = async (
  _root,
  { workshopId, origins },
  { db, viewer },
) => {
  authorizeIn(viewer, 'runWorkshop', workshopId)
  const read = readEmbedOrigins(origins)
  if (!read.ok) return refused(read.refusal)
  return db.transaction(async (tx) => {
    const workshop = await lockWorkshopOrThrow(tx, workshopId)
    const saved = await updateWorkshop(tx, workshop, { embedOrigins: read.value })
    return { __typename: 'WorkshopSuccess', workshop: saved }
  })
}

export const embedResolvers = { Mutation: { setEmbedOrigins } } satisfies Resolvers
