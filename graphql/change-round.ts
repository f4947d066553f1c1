import type { Transaction } from '#db/client.ts'
import { findRound, lockRound, type RoundView } from '#db/queries/rounds.ts'
import { isImportRunning } from '#db/queries/running-imports.ts'
import type { RoundRow } from '#db/schema/rounds.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { authorizeIn } from './authorize.ts'
import { isId } from './connections.ts'
import type { Context } from './context.ts'
import { denied } from './errors.ts'
import { refused } from './types/base.ts'

/** The beats of every change of a round: find, authorize, lock, decide, save. */
export async function changeRound(
  roundId: string,
  context: Context,
  decideAndSave: (tx: Transaction, round: RoundRow, personId: string) => Promise<Refusal | null>,
) {
  const { db, viewer } = context
  const found = isId(roundId) ? await findRound(db, roundId) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const { viewer: person } = authorizeIn(viewer, 'runWorkshop', found.workshopId)
  if (await isImportRunning(db, roundId)) return refused(fileBeingAdded())
  const no = await db.transaction(async (tx) => {
    const round = await lockRound(tx, roundId)
    if (round === null) throw denied('NOT_FOUND')
    return decideAndSave(tx, round, person.personId)
  })
  return no ? refused(no) : roundSuccess(context, roundId, found)
}

/** A large file keeps its round for a minute: longer than anybody's request may wait for it. */
function fileBeingAdded(): Refusal {
  return refusal(
    'NOT_ALLOWED_NOW',
    'A file of ballots is being added to this round. Wait until it is added, then try again.',
  )
}

/** A round as it stands now, or as it stood where it is gone. */
export async function roundSuccess({ db }: Context, id: string, before?: RoundView) {
  const round = (await findRound(db, id)) ?? before
  if (round === undefined) throw denied('NOT_FOUND')
  return { __typename: 'RoundSuccess' as const, round }
}
