import { countRemovals, listRemovals, type RemovalsWanted } from '#db/queries/removals.ts'
import { reaches } from '#domain/tokens.ts'
import { authorize } from '#graphql/authorize.ts'
import { connection, connectionFields, readMomentPage } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import type { QueryResolvers, Resolvers } from '#graphql/generated/resolvers.ts'

const removals: QueryResolvers['removals'] = async (_root, args, { db, viewer }) => {
  const wanted = { since: args.since, ...readableBy(viewer) }
  const page = readMomentPage(args)
  const rows = await listRemovals(db, wanted, page)
  return connection(
    rows,
    page,
    ({ id, place }) => ({ id, moment: place }),
    () => countRemovals(db, wanted),
  )
}

/** A token learns of what it could read; whoever makes tokens sees what all of them are told. */
function readableBy(viewer: Context['viewer']): Pick<RemovalsWanted, 'of' | 'words'> {
  if (!viewer?.partner) {
    authorize(viewer, 'manageTokens')
    return { of: 'ALL', words: true }
  }
  const { tokenId, scopes, workshopIds } = viewer.partner
  return { of: workshopIds === 'ALL' ? 'ALL' : { tokenId }, words: reaches(scopes, 'CONTENT') }
}

export const removalResolvers = {
  Query: { removals },
  RemovalConnection: connectionFields,
} satisfies Resolvers
