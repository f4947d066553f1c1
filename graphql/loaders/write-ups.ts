import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import { listWrittenCritiques, type WrittenCritique } from '#db/queries/write-up-ideas.ts'
import { listLatestTexts, listWriteUps, type WriteUpTextView } from '#db/queries/write-ups.ts'
import type { WriteUpRow } from '#db/schema/write-ups.ts'

/** What a page of a write-up shows with its ideas. */
export function writeUpLoaders(db: Database) {
  return {
    writtenCritiquesByIdea: new DataLoader<string, WrittenCritique[]>(async (ids) => {
      const said = await listWrittenCritiques(db, ids)
      return ids.map((id) => said.get(id) ?? [])
    }),
    writeUpByWorkshop: new DataLoader<string, WriteUpRow | null>(async (ids) => {
      const found = new Map((await listWriteUps(db, ids)).map((row) => [row.workshopId, row]))
      return ids.map((id) => found.get(id) ?? null)
    }),
    writeUpTextsByWorkshop: new DataLoader<string, WriteUpTextView[]>((ids) =>
      Promise.all(ids.map((id) => listLatestTexts(db, id))),
    ),
  }
}
