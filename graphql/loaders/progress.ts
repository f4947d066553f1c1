import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import { type CheckInView, listCheckIns, listOverdueIdeas } from '#db/queries/check-ins.ts'
import { countIdeasOfPriorities, listBriefsOfPriorities } from '#db/queries/priorities.ts'
import { listProgress, listProgressFacts, type ProgressReader } from '#db/queries/progress.ts'
import { many, one } from './batches.ts'

/** How far projects have come, and what became of priorities and ideas. */
export function progressLoaders(db: Database) {
  return {
    progressOfProject: ofProject((ids, reader) => listProgress(db, ids, reader)),
    factsOfProject: ofProject((ids, reader) => listProgressFacts(db, ids, reader)),
    ideaCountOfPriority: one<{ id: string; count: number }>((ids) => countIdeasOfPriorities(db, ids)),
    briefsOfPriority: many<{ priorityId: string; briefId: string }>('priorityId', (ids) =>
      listBriefsOfPriorities(db, ids),
    ),
    overdueIdeasByWorkshop: many<{ id: string; workshopId: string; dueOn: string }>('workshopId', (ids) =>
      listOverdueIdeas(db, ids),
    ),
    checkInsByIdea: many<CheckInView>('ideaId', (ids) => listCheckIns(db, ids)),
  }
}

type Asked = { projectId: string; reader: ProgressReader }

/** Loads what is counted of projects. One operation has one viewer at a time, so all that is asked at once is asked for them. */
function ofProject<Row extends { projectId: string }>(
  list: (ids: string[], reader: ProgressReader) => Promise<Row[]>,
) {
  return new DataLoader<Asked, Row | null, string>(
    async (asked) => {
      const [first] = asked
      if (first === undefined) return []
      const rows = await list(
        asked.map(({ projectId }) => projectId),
        first.reader,
      )
      const found = new Map(rows.map((row) => [row.projectId, row]))
      return asked.map(({ projectId }) => found.get(projectId) ?? null)
    },
    { cacheKeyFn: (asked) => JSON.stringify(asked) },
  )
}
