import type { Transaction } from '#db/client.ts'
import { findIdea, type IdeaView, listIdeasById, lockIdeas } from '#db/queries/ideas.ts'
import { can } from '#domain/permissions.ts'
import type { Refusal } from '#domain/refusal.ts'
import { allOrNone, MOST_AT_ONCE, notAllHere, refusalOfOne, type Stopped, tooMany } from './all-or-none.ts'
import { type Allowed, authorizeIn } from './authorize.ts'
import { isId } from './connections.ts'
import type { Context } from './context.ts'
import { denied } from './errors.ts'
import { forgetLoaded } from './loaders.ts'
import { refused } from './types/base.ts'
import { isIdeaVisible, wrote } from './visible-ideas.ts'

/** Who changes an idea: whether it is their own, and whether they curate. */
export type Who = Allowed & { own: boolean; curates: boolean }
/** One of the ideas that are changed together, and who changes it. */
export type Chosen = { idea: IdeaView; who: Who }

/**
 * The beats that every change of one idea has: find, authorize, lock, decide, save. Ideas that are changed with the
 * first are locked with it, in one order, so that two changes never wait for each other in a circle.
 */
export async function changeIdea(
  ids: string | readonly string[],
  context: Context,
  action: 'writeIdeas' | 'curateIdeas' | 'supportIdeas',
  decideAndSave: (tx: Transaction, idea: IdeaView, who: Who) => Promise<Refusal | null>,
) {
  const { db, viewer } = context
  const [ideaId = '', ...withIds] = [ids].flat()
  const found = isId(ideaId) ? await findIdea(db, ideaId) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const allowed = authorizeIn(viewer, action, found.workshopId)
  const no = await db.transaction(async (tx) => {
    const locked = await lockIdeas(tx, [found.id, ...withIds.filter(isId)])
    const idea = locked.find(({ id }) => id === found.id)
    if (idea === undefined || !isIdeaVisible(idea, viewer)) throw denied('NOT_FOUND')
    const curates = can(viewer, 'curateIdeas', { workshopId: idea.workshopId, published: false })
    return decideAndSave(tx, idea, { ...allowed, own: wrote(viewer, idea), curates })
  })
  return no ? refused(no) : ideaSuccess(context, found.id)
}

/** The idea as it stands now. */
export async function ideaSuccess({ db, loaders }: Context, id: string) {
  forgetLoaded(loaders)
  const idea = await findIdea(db, id)
  if (idea === null) throw denied('NOT_FOUND')
  return { __typename: 'IdeaSuccess' as const, idea }
}

/**
 * The same change of many ideas of one workshop by somebody who curates them, in one transaction: all of them, or none
 * with the refusal of the first that cannot be changed, which names it.
 */
export async function changeIdeas(
  ideaIds: readonly string[],
  context: Context,
  decideAndSave: (tx: Transaction, chosen: readonly Chosen[]) => Promise<Stopped<Chosen>>,
) {
  const { db, viewer, loaders } = context
  const ids = [...new Set(ideaIds.map((id) => id.toLowerCase()))]
  const [first] = ids
  const found = first !== undefined && isId(first) ? await findIdea(db, first) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const allowed = authorizeIn(viewer, 'curateIdeas', found.workshopId)
  if (ids.length > MOST_AT_ONCE) return refused(tooMany('ideaIds'))
  const no = await allOrNone(db, async (tx, refuse) => {
    const locked = await lockIdeas(tx, ids.filter(isId))
    const here = new Map(
      locked.filter((one) => one.workshopId === found.workshopId).map((one) => [one.id, one]),
    )
    const chosen = ids.map((id): Chosen => {
      const idea = here.get(id)
      if (idea === undefined) return refuse(notAllHere('ideas', 'ideaIds'))
      return { idea, who: { ...allowed, own: wrote(viewer, idea), curates: true } }
    })
    const stopped = await decideAndSave(tx, chosen)
    if (stopped) refuse(refusalOfOne(stopped.refusal, stopped.at.idea.text))
  })
  if (no) return refused(no)
  forgetLoaded(loaders)
  const changed = new Map((await listIdeasById(db, ids)).map((idea) => [idea.id, idea]))
  return { __typename: 'IdeasSuccess' as const, ideas: ids.flatMap((id) => changed.get(id) ?? []) }
}
