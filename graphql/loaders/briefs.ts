import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import {
  type BriefCommentReport,
  type BriefCommentView,
  listBriefCommentReports,
  listBriefComments,
} from '#db/queries/brief-comments.ts'
import { listIdeasOfBriefs, listStatementsOfBriefs } from '#db/queries/brief-sources.ts'
import { type BriefUpdateView, listBriefUpdates } from '#db/queries/brief-updates.ts'
import {
  type BriefsWanted,
  type BriefView,
  countBriefsOfProjects,
  listBriefsById,
  listBriefsOfIdeas,
  listBriefsOfProjects,
  listBriefsOfStatements,
} from '#db/queries/briefs.ts'
import { type BriefContributorView, listContributors } from '#db/queries/contributors.ts'
import {
  type CycleChangeView,
  countMeasuredDays,
  listCycleChanges,
  listCyclesOfMeasures,
  listTestCycles,
  listTestTeams,
  type TestCycleView,
} from '#db/queries/cycles.ts'
import { listDrivers } from '#db/queries/drivers.ts'
import { listWatchFors } from '#db/queries/watch-fors.ts'
import type { DriverRow, WatchForRow } from '#db/schema/briefs.ts'
import type { TestTeamRow } from '#db/schema/cycles.ts'
import { many, one } from './batches.ts'

/** A page of one project's briefs. One query asks for the same page of all its projects. */
export type BriefsOfProject = {
  projectId: string
  wanted: BriefsWanted
  page: { first: number; after: { id: string } | null }
}

/** Briefs, and what belongs to them. */
export function briefLoaders(db: Database) {
  return {
    briefById: one<BriefView>((ids) => listBriefsById(db, ids)),
    briefsByIdea: many<BriefView & { ideaId: string }>('ideaId', (ids) => listBriefsOfIdeas(db, ids)),
    briefsByStatement: many<BriefView & { statementId: string }>('statementId', (ids) =>
      listBriefsOfStatements(db, ids),
    ),
    briefsOfProject: byProject(async (ids, { wanted, page }) => {
      const rows = await listBriefsOfProjects(db, ids, wanted, page)
      return (id) => rows.filter(({ projectId }) => projectId === id)
    }),
    briefCountOfProject: byProject(async (ids, { wanted }) => {
      const counted = new Map(
        (await countBriefsOfProjects(db, ids, wanted)).map(({ id, count }) => [id, count]),
      )
      return (id) => counted.get(id) ?? 0
    }),
    statementIdsByBrief: many<{ briefId: string; statementId: string }>('briefId', (ids) =>
      listStatementsOfBriefs(db, ids),
    ),
    ideaIdsByBrief: many<{ briefId: string; ideaId: string }>('briefId', (ids) => listIdeasOfBriefs(db, ids)),
    driversByBrief: many<DriverRow>('briefId', (ids) => listDrivers(db, ids)),
    updatesByBrief: many<BriefUpdateView>('briefId', (ids) => listBriefUpdates(db, ids)),
    commentsByBrief: many<BriefCommentView>('briefId', (ids) => listBriefComments(db, ids)),
    reportsByBriefComment: many<BriefCommentReport>('commentId', (ids) => listBriefCommentReports(db, ids)),
    contributorsByBrief: many<BriefContributorView>('briefId', (ids) => listContributors(db, ids)),
    watchForsByBrief: many<WatchForRow>('briefId', (ids) => listWatchFors(db, 'briefId', ids)),
    watchForsByCritique: many<WatchForRow>('critiqueId', (ids) => listWatchFors(db, 'critiqueId', ids)),
    testTeamById: one<TestTeamRow>((ids) => listTestTeams(db, 'id', ids)),
    testTeamsByBrief: many<TestTeamRow>('briefId', (ids) => listTestTeams(db, 'briefId', ids)),
    testCycleById: one<TestCycleView>((ids) => listTestCycles(db, 'id', ids)),
    testCyclesByTeam: many<TestCycleView>('teamId', (ids) => listTestCycles(db, 'teamId', ids)),
    cyclesByMeasure: many<TestCycleView & { measureId: string }>('measureId', (ids) =>
      listCyclesOfMeasures(db, ids),
    ),
    measuredDaysByCycle: many<{ cycleId: string; days: number }>('cycleId', (ids) =>
      countMeasuredDays(db, ids),
    ),
    changesByCycle: many<CycleChangeView>('cycleId', (ids) => listCycleChanges(db, ids)),
  }
}

/** Asks once for all projects of which the same is asked. */
function byProject<Found>(
  ask: (projectIds: string[], key: BriefsOfProject) => Promise<(projectId: string) => Found>,
) {
  const sameOf = ({ wanted, page }: BriefsOfProject) => JSON.stringify([wanted, page])
  return new DataLoader<BriefsOfProject, Found, string>(
    async (keys) => {
      const asked = new Map<string, Promise<(projectId: string) => Found>>()
      for (const key of keys) {
        const alike = keys.filter((other) => sameOf(other) === sameOf(key))
        if (!asked.has(sameOf(key)))
          asked.set(
            sameOf(key),
            ask(
              alike.map(({ projectId }) => projectId),
              key,
            ),
          )
      }
      return Promise.all(
        keys.map(async (key) => {
          const found = await asked.get(sameOf(key))
          if (found === undefined) throw new Error('A project was not asked for.')
          return found(key.projectId)
        }),
      )
    },
    { cacheKeyFn: (key) => JSON.stringify(key) },
  )
}
