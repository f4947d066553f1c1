import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import { listPriorities, type PriorityView } from '#db/queries/priorities.ts'
import { listOptions, listRounds, type RoundView } from '#db/queries/rounds.ts'
import type { OptionRow } from '#db/schema/rounds.ts'

/** Rounds, rolls and priorities of many workshops at once. */
export function roundLoaders(db: Database) {
  return {
    roundsByWorkshop: new DataLoader<string, RoundView[]>(async (ids) => {
      const found = await listRounds(db, ids)
      return ids.map((id) => found.filter((round) => round.workshopId === id))
    }),
    optionsByRound: new DataLoader<string, OptionRow[]>(async (ids) => {
      const found = await listOptions(db, ids)
      return ids.map((id) => found.filter((option) => option.roundId === id))
    }),
    prioritiesByWorkshop: new DataLoader<string, PriorityView[]>(async (ids) => {
      const found = await listPriorities(db, 'workshopId', ids)
      return ids.map((id) => found.filter((priority) => priority.workshopId === id))
    }),
    prioritiesByRound: new DataLoader<string, PriorityView[]>(async (ids) => {
      const found = await listPriorities(db, 'roundId', ids)
      return ids.map((id) => found.filter((priority) => priority.roundId === id))
    }),
  }
}
