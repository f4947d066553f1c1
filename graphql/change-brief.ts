import type { Transaction } from '#db/client.ts'
import { type BriefView, findBrief, lockBrief } from '#db/queries/briefs.ts'
import type { ViewerRow } from '#db/queries/sessions.ts'
import type { Refusal } from '#domain/refusal.ts'
import { authorizePerson } from './authorize.ts'
import { isId } from './connections.ts'
import type { Context } from './context.ts'
import { denied } from './errors.ts'
import { forgetLoaded } from './loaders.ts'
import { refused } from './types/base.ts'

/** Decides and saves a change of a brief; returns why not, or null. */
export type BriefChange = (tx: Transaction, brief: BriefView, viewer: ViewerRow) => Promise<Refusal | null>

/**
 * The beats that every change of a brief and of what belongs to it has: authorize, find and lock the brief, decide, save.
 * Two changes of one brief never go on at once, so that a tree, a ramp or a status is decided on as it stands.
 */
export async function lockedChange(
  briefId: string | null,
  { db, viewer: asking }: Context,
  decideAndSave: BriefChange,
): Promise<Refusal | null> {
  const { viewer } = authorizePerson(asking, 'editProjects')
  return db.transaction(async (tx) => {
    const brief = briefId !== null && isId(briefId) ? await lockBrief(tx, briefId) : null
    if (brief === null) throw denied('NOT_FOUND')
    return decideAndSave(tx, brief, viewer)
  })
}

/** A change that answers with the brief. */
export async function changeBrief(briefId: string | null, context: Context, decideAndSave: BriefChange) {
  const no = await lockedChange(briefId, context, decideAndSave)
  return no ? refused(no) : { __typename: 'BriefSuccess' as const, brief: await briefNow(context, briefId) }
}

/** The brief as it stands now. */
export async function briefNow({ db, loaders }: Context, briefId: string | null): Promise<BriefView> {
  forgetLoaded(loaders)
  const brief = briefId === null ? null : await findBrief(db, briefId)
  if (brief === null) throw denied('NOT_FOUND')
  return brief
}

/** Staff alone change what belongs to a brief, and others do not learn whether it is there. */
export function authorizeBriefs({ viewer }: Context): void {
  authorizePerson(viewer, 'editProjects')
}
