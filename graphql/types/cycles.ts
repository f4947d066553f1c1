import { findBrief } from '#db/queries/briefs.ts'
import { findTestCycle } from '#db/queries/cycles.ts'
import { featuresOf } from '#domain/cycles.ts'
import { can } from '#domain/permissions.ts'
import { changedSince } from '#graphql/changed-since.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type {
  MeasureResolvers,
  QueryResolvers,
  Resolvers,
  TestCycleResolvers,
  TestTeamResolvers,
} from '#graphql/generated/resolvers.ts'
import { isBriefVisible } from '#graphql/visible-briefs.ts'
import { cycleMutations } from './cycle-changes.ts'
import { teamMutations } from './team-changes.ts'

const testCycle: QueryResolvers['testCycle'] = async (_root, { id }, { db, viewer }) => {
  const found = isId(id) ? await findTestCycle(db, id) : null
  const brief = found === null ? null : await findBrief(db, found.briefId)
  if (found === null || brief === null || !isBriefVisible(brief, viewer)) throw denied('NOT_FOUND')
  return found
}

const teamFields: TestTeamResolvers = {
  brief: async ({ briefId }, _args, { loaders }) => {
    const brief = await loaders.briefById.load(briefId)
    if (brief === null) throw new Error('A team has no brief.')
    return brief
  },
  people: ({ people }, _args, { viewer }) => (can(viewer, 'readProjects') ? people : null),
  cycles: async ({ id }, { updatedSince }, { loaders }) =>
    changedSince(await loaders.testCyclesByTeam.load(id), updatedSince),
}

/** What the cycles of its briefs did to a chart, as far as the viewer may read those briefs. */
const cycleDays: MeasureResolvers['cycleDays'] = async ({ id }, _args, { viewer, loaders }) => {
  const cycles = await loaders.cyclesByMeasure.load(id)
  const briefs = await loaders.briefById.loadMany(cycles.map(({ briefId }) => briefId))
  return cycles
    .filter((_, at) => {
      const brief = briefs[at]
      return brief && !(brief instanceof Error) && isBriefVisible(brief, viewer)
    })
    .flatMap((cycle) => [
      ...(cycle.startedOn === null ? [] : [{ day: cycle.startedOn, event: 'BEGUN' as const, cycle }]),
      ...(cycle.decidedOn === null ? [] : [{ day: cycle.decidedOn, event: 'DECIDED' as const, cycle }]),
    ])
    .toSorted((a, b) => a.day.localeCompare(b.day))
}

const cycleFields: TestCycleResolvers = {
  team: async ({ teamId }, _args, { loaders }) => {
    const team = await loaders.testTeamById.load(teamId)
    if (team === null) throw new Error('A cycle has no team.')
    return team
  },
  features: async (cycle, _args, { loaders }) => {
    const [measured] = await loaders.measuredDaysByCycle.load(cycle.id)
    const linked = cycle.previousId !== null || cycle.nextId !== null
    return featuresOf({ ...cycle, linked, measuredDays: measured?.days ?? 0 })
  },
  previous: ({ previousId }, _args, { loaders }) =>
    previousId === null ? null : loaders.testCycleById.load(previousId),
  next: ({ nextId }, _args, { loaders }) => (nextId === null ? null : loaders.testCycleById.load(nextId)),
  changes: ({ id }, _args, { loaders }) => loaders.changesByCycle.load(id),
  viewerCanEdit: (_parent, _args, { viewer }) => can(viewer, 'editProjects'),
}

export const cycleResolvers = {
  Query: { testCycle },
  Mutation: { ...teamMutations, ...cycleMutations },
  TestTeam: teamFields,
  TestCycle: cycleFields,
  Measure: { cycleDays },
  CycleChange: {
    changedByName: ({ changedByName }, _args, { viewer }) =>
      can(viewer, 'readProjects') ? changedByName : null,
  },
} satisfies Resolvers
