import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import { type IdeaView, listIdeasById, listIdeasMergedInto } from '#db/queries/ideas.ts'
import { listSupports } from '#db/queries/supports.ts'
import { many, one } from './batches.ts'

/** Ideas that others refer to, and whom seats support. */
export function ideaLoaders(db: Database) {
  return {
    ideaById: one<IdeaView>((ids) => listIdeasById(db, ids)),
    ideasMergedInto: many<IdeaView>('mergedIntoId', (ids) => listIdeasMergedInto(db, ids)),
    supportedBySeat: new DataLoader<string, ReadonlySet<string>>(async (seatIds) => {
      const found = await listSupports(db, seatIds)
      return seatIds.map((seatId) => {
        const own = found.filter((support) => support.seatId === seatId)
        return new Set(own.flatMap(({ ideaId, mergedIntoId }) => [ideaId, mergedIntoId ?? ideaId]))
      })
    }),
  }
}
