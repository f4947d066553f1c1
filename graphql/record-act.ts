import type { Executor } from '#db/client.ts'
import { findSeat } from '#db/queries/seats.ts'
import { logActs } from '#db/queries/workshop-log.ts'
import type { LoggedAct } from '#domain/workshop-log.ts'
import type { Allowed } from './authorize.ts'

/** The name under which somebody acts in a workshop: that of their seat; an administrator may have none there. */
export async function actorName(tx: Executor, { viewer, seat }: Allowed): Promise<string> {
  const seated = seat === null ? null : await findSeat(tx, seat.id)
  return seated?.displayName ?? viewer.name ?? 'An administrator'
}

type Act = { workshopId: string; act: LoggedAct; reason?: string | null }

/** Writes an act into the workshop's log, in the transaction that does it. */
export function recordAct(
  tx: Executor,
  who: Allowed,
  { subjectId, ...act }: Act & { subjectId: string | null },
): Promise<void> {
  return recordActs(tx, who, act, [subjectId])
}

/** Writes the same act on each of many things into the workshop's log. */
export async function recordActs(
  tx: Executor,
  who: Allowed,
  act: Act,
  subjectIds: readonly (string | null)[],
): Promise<void> {
  // Who reports is told to nobody, so that nobody hesitates to.
  const name = act.act === 'REPORTED' ? 'Somebody in the workshop' : await actorName(tx, who)
  const entry = { ...act, personId: who.viewer.personId, actorName: name }
  await logActs(
    tx,
    subjectIds.map((subjectId) => ({ ...entry, subjectId })),
  )
}
