import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import { listWrittenCritiques, type WrittenCritique } from '#db/queries/write-up-ideas.ts'
import { listLatestTexts, type WriteUpTextView } from '#db/queries/write-ups.ts'

/** What a page of a write-up shows with its ideas. */
export function writeUpLoaders(db: Database) {
  return {
    writtenCritiquesByIdea: new DataLoader<string, WrittenCritique[]>(async (ids) => {
      const said = await listWrittenCritiques(db, ids)
      return ids.map((id) => said.get(id) ?? [])
    }),
    writeUpTextsByWorkshop: new DataLoader<string, WriteUpTextView[]>((ids) =>
      Promise.all(ids.map((id) => listLatestTexts(db, id))),
    ),
  }
}
