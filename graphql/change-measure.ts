import type { Transaction } from '#db/client.ts'
import { findMeasure, lockMeasure } from '#db/queries/measures.ts'
import type { MeasureRow } from '#db/schema/measures.ts'
import type { Refusal } from '#domain/refusal.ts'
import { authorizePerson } from './authorize.ts'
import { isId } from './connections.ts'
import type { Context } from './context.ts'
import { denied } from './errors.ts'
import { forgetLoaded } from './loaders.ts'
import { refused } from './types/base.ts'

/** Whoever changes a measure, as decisions need them. */
export type Editor = { personId: string }

/**
 * The beats of every change of one measure: authorize, find, lock, decide, save. What is changed is named by its own
 * id, and `measureOf` says whose it is.
 */
export async function changeMeasure(
  id: string,
  { db, viewer: asking, loaders }: Context,
  decideAndSave: (tx: Transaction, measure: MeasureRow, editor: Editor) => Promise<Refusal | null>,
  measureOf: (tx: Transaction, id: string) => Promise<{ measureId: string } | null> = async (
    _tx,
    measureId,
  ) => ({
    measureId,
  }),
) {
  const { viewer } = authorizePerson(asking, 'editMeasures')
  const done = await db.transaction(async (tx) => {
    const owner = isId(id) ? await measureOf(tx, id) : null
    const measure = owner && (await lockMeasure(tx, owner.measureId))
    if (!measure) throw denied('NOT_FOUND')
    return (await decideAndSave(tx, measure, viewer)) ?? { saved: measure.id }
  })
  if ('code' in done) return refused(done)
  forgetLoaded(loaders)
  const measure = await findMeasure(db, done.saved)
  if (measure === null) throw denied('NOT_FOUND')
  return { __typename: 'MeasureSuccess' as const, measure }
}
