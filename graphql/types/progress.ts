import type { ProgressView } from '#db/queries/progress.ts'
import type { ProjectRow } from '#db/schema/projects.ts'
import { can } from '#domain/permissions.ts'
import { phaseNeeds } from '#domain/progress.ts'
import type { Context } from '#graphql/context.ts'
import type { PriorityResolvers, ProjectProgressResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { isBriefVisible } from '#graphql/visible-briefs.ts'
import { present } from './briefs.ts'
import { readerOf } from './search.ts'

function askedFor({ id: projectId }: ProjectRow, { viewer }: Context) {
  return { projectId, reader: { ...readerOf(viewer), staff: can(viewer, 'readProjects') } }
}

async function nowOf(project: ProjectRow, context: Context): Promise<ProgressView> {
  const found = await context.loaders.progressOfProject.load(askedFor(project, context))
  if (found === null) throw new Error('A project that was found is gone.')
  return found
}

const OVERDUE_LISTED = 100

/** What a loader has for each of several ids; all projects of a list are asked for together. */
function eachOf<Row>(loader: { load: (id: string) => Promise<Row> }, ids: readonly string[]): Promise<Row[]> {
  return Promise.all(ids.map((id) => loader.load(id)))
}

const fields: ProjectProgressResolvers = {
  needs: async (project, _args, context) => {
    const facts = await context.loaders.factsOfProject.load(askedFor(project, context))
    if (facts === null) throw new Error('A project that was found is gone.')
    return phaseNeeds(facts)
  },
  priorities: async (project, _args, context) => {
    const { workshopIds } = await nowOf(project, context)
    return (await eachOf(context.loaders.prioritiesByWorkshop, workshopIds)).flat()
  },
  briefCounts: async (project, _args, context) => (await nowOf(project, context)).briefCounts,
  runningCycles: async (project, _args, context) => (await nowOf(project, context)).runningCycles,
  workshopsAhead: async (project, _args, context) => (await nowOf(project, context)).workshopsAhead,
  nextWorkshopOn: async (project, _args, context) => (await nowOf(project, context)).nextWorkshopOn,
  workshopsToday: async (project, _args, context) => (await nowOf(project, context)).workshopsToday,
  laterWorkshopOn: async (project, _args, context) => (await nowOf(project, context)).laterWorkshopOn,
  overdueIdeaCount: async (project, _args, context) =>
    can(context.viewer, 'openDashboard') ? (await nowOf(project, context)).overdueIdeaCount : null,
  overdueIdeas: async (project, _args, context) => {
    const { viewer, loaders } = context
    if (project.archivedAt !== null || !can(viewer, 'openDashboard')) return []
    const { workshopIds } = await nowOf(project, context)
    const due = (await eachOf(loaders.overdueIdeasByWorkshop, workshopIds)).flat()
    const first = due.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)).slice(0, OVERDUE_LISTED)
    return present(await loaders.ideaById.loadMany(first.map(({ id }) => id)))
  },
  lastActivityAt: async (project, _args, context) => (await nowOf(project, context)).lastActivityAt,
}

const priorityFields: PriorityResolvers = {
  workshop: async ({ workshopId }, _args, { loaders }) => {
    const workshop = await loaders.workshopById.load(workshopId)
    if (workshop === null) throw new Error('A priority has no workshop.')
    return workshop
  },
  ideaCount: async ({ id }, _args, { loaders }) => (await loaders.ideaCountOfPriority.load(id))?.count ?? 0,
  briefs: async ({ id }, _args, { viewer, loaders }) => {
    const joined = await loaders.briefsOfPriority.load(id)
    const found = present(await loaders.briefById.loadMany(joined.map(({ briefId }) => briefId)))
    return found.filter((brief) => isBriefVisible(brief, viewer))
  },
}

export const progressResolvers = {
  Project: { progress: (project) => project },
  ProjectProgress: fields,
  Priority: priorityFields,
} satisfies Resolvers
