import { listTopOperations, listUsage } from '#db/queries/partner-usage.ts'
import { listProjectsById } from '#db/queries/projects.ts'
import { findPartnerToken } from '#db/queries/tokens.ts'
import type { WorkshopView } from '#db/queries/workshops.ts'
import { grantedTo } from '#domain/permissions.ts'
import { SCOPE_NAMES } from '#domain/tokens.ts'
import type { Context } from '#graphql/context.ts'
import type { GrantResolvers, QueryResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { readDays } from './tokens.ts'

const grant: QueryResolvers['grant'] = (_root, _args, { db, viewer }) =>
  viewer?.partner ? findPartnerToken(db, viewer.partner.tokenId) : null

/** What was named when the token was made and can be read now: nothing is said of the rest. */
async function listOpenWorkshops({ loaders, viewer }: Context): Promise<WorkshopView[]> {
  const granted = grantedTo(viewer)
  if (granted === null || granted === 'ALL') return []
  const found = await Promise.all(granted.map((id) => loaders.workshopById.load(id)))
  return found.filter((workshop) => workshop !== null)
}

const fields: GrantResolvers = {
  prefix: ({ prefix }) => `qlab_${prefix}`,
  scopes: ({ scopes }) => scopes.map((scope) => SCOPE_NAMES[scope]),
  projects: async ({ projectIds }, _args, context) => {
    if (projectIds.length === 0) return []
    const open = new Set((await listOpenWorkshops(context)).map(({ projectId }) => projectId))
    return listProjectsById(
      context.db,
      projectIds.filter((id) => open.has(id)),
    )
  },
  workshops: async ({ workshopIds }, _args, context) => {
    if (workshopIds.length === 0) return []
    return (await listOpenWorkshops(context)).filter(({ id }) => workshopIds.includes(id))
  },
  left: (_grant, _args, { meter }) => meter?.left() ?? null,
  usage: ({ id }, { days }, { db }) => listUsage(db, id, readDays(days)),
  topOperations: ({ id }, { days }, { db }) => listTopOperations(db, id, readDays(days)),
}

export const grantResolvers = { Query: { grant }, Grant: fields } satisfies Resolvers
