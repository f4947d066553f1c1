import type { Transaction } from '#db/client.ts'
import { lockWorkshop } from '#db/queries/workshops.ts'
import type { WorkshopRow } from '#db/schema/workshops.ts'
import { isId } from './connections.ts'
import { denied } from './errors.ts'

/** Locks a workshop against other changes of its own parts, or throws NOT_FOUND. */
export async function lockWorkshopOrThrow(tx: Transaction, id: string): Promise<WorkshopRow> {
  const workshop = isId(id) ? await lockWorkshop(tx, id) : null
  if (workshop === null) throw denied('NOT_FOUND')
  return workshop
}
