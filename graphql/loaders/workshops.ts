import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import { listAreasById, listAreasOf } from '#db/queries/areas.ts'
import {
  listPhaseChangesOf,
  listProjectsById,
  listProjectZones,
  type PhaseChangeView,
} from '#db/queries/projects.ts'
import { listSeatsById, type SeatView } from '#db/queries/seats.ts'
import { listStepsOf } from '#db/queries/steps.ts'
import { countSeatsAtTables, listTablesById, listTablesOf } from '#db/queries/tables.ts'
import { listWorkshopCounts, type WorkshopCounts } from '#db/queries/workshop-counts.ts'
import {
  type DayPage,
  type ListedWorkshop,
  listWorkshopsOfProjects,
  type WorkshopsMeant,
  type WorkshopsWith,
} from '#db/queries/workshop-lists.ts'
import { listWorkshopsById } from '#db/queries/workshops.ts'
import type { AreaRow, ProjectRow } from '#db/schema/projects.ts'
import type { StepRow } from '#db/schema/steps.ts'
import type { TableRow, WorkshopRow } from '#db/schema/workshops.ts'
import { many, one } from './batches.ts'

/** Projects and workshops, and what belongs to them. */
export function workshopLoaders(db: Database) {
  return {
    projectById: one<ProjectRow>((ids) => listProjectsById(db, ids)),
    workshopById: one<WorkshopRow>((ids) => listWorkshopsById(db, ids)),
    areaById: one<AreaRow>((ids) => listAreasById(db, ids)),
    tableById: one<TableRow>((ids) => listTablesById(db, ids)),
    seatById: one<SeatView>((ids) => listSeatsById(db, ids)),
    workshopCounts: one<WorkshopCounts & { id: string }>((ids) => listWorkshopCounts(db, ids)),
    zoneByProject: one<{ id: string; timeZone: string }>((ids) => listProjectZones(db, ids)),
    areasByProject: many<AreaRow>('projectId', (ids) => listAreasOf(db, ids)),
    phaseChangesByProject: many<PhaseChangeView>('projectId', (ids) => listPhaseChangesOf(db, ids)),
    tablesByWorkshop: many<TableRow>('workshopId', (ids) => listTablesOf(db, ids)),
    stepsByWorkshop: many<StepRow>('workshopId', (ids) => listStepsOf(db, ids)),
    workshopsOfProject: new DataLoader<WorkshopsOfProject, ListedWorkshop[], string>(
      (keys) => listForProjects(db, keys),
      { cacheKeyFn: (key) => JSON.stringify(key) },
    ),
    seatCountByTable: new DataLoader<string, number>(async (ids) => {
      const counted = new Map(
        (await countSeatsAtTables(db, ids)).map(({ tableId, seats }) => [tableId, seats]),
      )
      return ids.map((id) => counted.get(id) ?? 0)
    }),
  }
}

/** A page of one project's workshops. */
type WorkshopsOfProject = { projectId: string; meant: WorkshopsMeant; page: DayPage; asked: WorkshopsWith }

/** The same page of several projects is one statement; as a query asks it once for all its projects, it nearly always is. */
async function listForProjects(
  db: Database,
  keys: readonly WorkshopsOfProject[],
): Promise<ListedWorkshop[][]> {
  const pages = new Map<string, Promise<readonly ListedWorkshop[]>>()
  const pageOf = ({ projectId: _, ...page }: WorkshopsOfProject) => JSON.stringify(page)
  for (const key of keys) {
    if (pages.has(pageOf(key))) continue
    const ids = keys.filter((other) => pageOf(other) === pageOf(key)).map(({ projectId }) => projectId)
    pages.set(pageOf(key), listWorkshopsOfProjects(db, ids, key.meant, key.page, key.asked))
  }
  return Promise.all(
    keys.map(async (key) => {
      const rows = await pages.get(pageOf(key))
      return (rows ?? []).filter(({ projectId }) => projectId === key.projectId)
    }),
  )
}
