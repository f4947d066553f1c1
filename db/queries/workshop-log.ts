import type { Executor } from '#db/client.ts'
import { workshopLog } from '#db/schema/workshop-log.ts'
import type { LoggedAct } from '#domain/workshop-log.ts'

export type NewLogEntry = {
  workshopId: string
  act: LoggedAct
  subjectId: string | null
  personId: string
  actorName: string
  reason?: string | null
}

/** Writes an act into a workshop's log, in the transaction that does it. */
export async function logAct(tx: Executor, entry: NewLogEntry): Promise<void> {
  await tx.insert(workshopLog).values(entry)
}
