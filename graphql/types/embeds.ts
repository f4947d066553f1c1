import { updateWorkshop } from '#db/queries/workshops.ts'
import { readEmbedOrigins } from '#domain/embeds.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import type { MutationResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { refused } from './base.ts'

const setEmbedOrigins: MutationResolvers['setEmbedOrigins'] = async (
  _root,
  { workshopId, origins, basedOn },
  { db, viewer },
) => {
  authorizeIn(viewer, 'runWorkshop', workshopId)
  const read = readEmbedOrigins(origins)
  if (!read.ok) return refused(read.refusal)
  return db.transaction(async (tx) => {
    const workshop = await lockWorkshopOrThrow(tx, workshopId)
    const lines = (some: readonly string[]) => ({ origins: some.join('\n') })
    const no = refuseOverwrite({ basedOn }, lines(workshop.embedOrigins), lines(read.value))
    if (no) return refused(no)
    const saved = await updateWorkshop(tx, workshop, { embedOrigins: read.value })
    return { __typename: 'WorkshopSuccess', workshop: saved }
  })
}

export const embedResolvers = { Mutation: { setEmbedOrigins } } satisfies Resolvers
