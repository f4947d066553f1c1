import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import {
  type CritiqueView,
  listCritiquesById,
  listCritiquesOf,
  listIdeaTables,
} from '#db/queries/critiques.ts'
import { listOpenReporters } from '#db/queries/reports.ts'
import { one } from './batches.ts'

/** Comments of many ideas at once, and what the rights of their readers depend on. */
export function critiqueLoaders(db: Database) {
  return {
    /** With those on ideas that were merged into it. What may not be seen is for the rights to take out. */
    critiquesByIdea: new DataLoader<string, CritiqueView[]>(async (ids) => {
      const found = new Map<string, CritiqueView[]>(ids.map((id) => [id, []]))
      for (const critique of await listCritiquesOf(db, ids)) {
        found.get(critique.ideaId)?.push(critique)
        if (critique.shownOnId !== critique.ideaId) found.get(critique.shownOnId)?.push(critique)
      }
      return ids.map((id) => found.get(id) ?? [])
    }),
    critiqueById: one<CritiqueView>((ids) => listCritiquesById(db, ids)),
    /** The tables that an idea came from, those of merged ideas included. */
    tablesByIdea: new DataLoader<string, string[]>(async (ids) => {
      const found = await listIdeaTables(db, ids)
      return ids.map((id) => found.find(({ ideaId }) => ideaId === id)?.tableIds ?? [])
    }),
    /** Seats that have reported a comment at which nobody has looked yet. */
    openReportersByCritique: new DataLoader<string, string[]>(async (ids) => {
      const found = await listOpenReporters(db, ids)
      return ids.map((id) => found.find(({ critiqueId }) => critiqueId === id)?.seatIds ?? [])
    }),
  }
}
