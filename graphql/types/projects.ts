import {
  countProjects,
  findProject,
  isProjectOpen,
  listProjects,
  sitsInProject,
} from '#db/queries/projects.ts'
import type { WorkshopsMeant } from '#db/queries/workshop-lists.ts'
import { can, grantedTo } from '#domain/permissions.ts'
import { DEFAULT_TIME_ZONE } from '#domain/workshops.ts'
import { authorize } from '#graphql/authorize.ts'
import { connection, isId, readDayPage, readMomentPage } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { ProjectResolvers, QueryResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { areaMutations } from './areas.ts'
import { projectMutations } from './project-changes.ts'
import { askedOf, workshopConnection } from './workshop-connections.ts'

const projects: QueryResolvers['projects'] = async (_root, args, { db, viewer }) => {
  const granted = grantedTo(viewer)
  if (granted === null) authorize(viewer, 'readProjects')
  const page = readMomentPage(args)
  const wanted = { archived: args.archived ?? false, updatedSince: args.updatedSince ?? null, granted }
  const rows = await listProjects(db, wanted, page)
  return connection(
    rows,
    page,
    ({ id, place }) => ({ id, moment: place }),
    () => countProjects(db, wanted),
  )
}

const project: QueryResolvers['project'] = async (_root, { id }, context) => {
  const found = isId(id) && (await mayRead(id, context)) ? await findProject(context.db, id) : null
  if (found === null) throw denied('NOT_FOUND')
  return found
}

/**
 * Staff read every project; others those in whose workshops they sit, partners those with a published workshop that is
 * granted to them. They know of no other.
 */
async function mayRead(projectId: string, { db, viewer }: Context): Promise<boolean> {
  if (viewer?.partner) return isProjectOpen(db, projectId, viewer.partner.workshopIds)
  return can(viewer, 'readProjects') || (viewer !== null && sitsInProject(db, viewer.personId, projectId))
}

const fields: ProjectResolvers = {
  timeZone: async (parent, _args, { loaders }) =>
    (await loaders.zoneByProject.load(parent.id))?.timeZone ?? DEFAULT_TIME_ZONE,
  areas: (parent, _args, { loaders }) => loaders.areasByProject.load(parent.id),
  phaseChanges: (parent, _args, { loaders }) => loaders.phaseChangesByProject.load(parent.id),
  workshops: async (parent, args, context, info) => {
    const { viewer, loaders } = context
    const page = readDayPage(args)
    const scope = viewer?.platformRole === 'ADMIN' ? 'ALL' : 'SEEN'
    const meant: WorkshopsMeant = {
      scope,
      personId: viewer?.personId ?? null,
      granted: grantedTo(viewer),
      updatedSince: args.filter?.updatedSince ?? null,
      status: 'KEPT',
    }
    const key = { projectId: parent.id, meant, page, asked: askedOf(info, null) }
    return workshopConnection(await loaders.workshopsOfProject.load(key), page, context, meant, parent.id)
  },
  viewerCanEdit: (_parent, _args, { viewer }) => can(viewer, 'editProjects'),
}

export const projectResolvers = {
  Query: { projects, project },
  Mutation: { ...projectMutations, ...areaMutations },
  Project: fields,
  PhaseChange: {
    reason: (change, _args, { viewer }) => (can(viewer, 'openDashboard') ? change.reason : null),
    changedByName: (change, _args, { viewer }) =>
      can(viewer, 'openDashboard') ? change.changedByName : null,
  },
} satisfies Resolvers
