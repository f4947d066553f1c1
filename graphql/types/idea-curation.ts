import type { Transaction } from '#db/client.ts'
import { type IdeaView, listIdeasById, mergeIdeasInto, updateIdea, updateIdeas } from '#db/queries/ideas.ts'
import { settleReportsOf } from '#db/queries/reports.ts'
import { type MergeableIdea, refuseIdeaMerge, refuseIdeaUnmerge } from '#domain/ideas.ts'
import { refusal } from '#domain/refusal.ts'
import { readReason } from '#domain/text.ts'
import type { Stopped } from '#graphql/all-or-none.ts'
import { type Chosen, changeIdea, changeIdeas } from '#graphql/change-idea.ts'
import { isId } from '#graphql/connections.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { actorName, recordAct, recordActs } from '#graphql/record-act.ts'

const mergeIdeas: MutationResolvers['mergeIdeas'] = (_root, { intoId, ideaIds }, context) =>
  changeIdea([intoId, ...ideaIds], context, 'curateIdeas', async (tx, into, who) => {
    const ids = ideaIds.filter(isId)
    const others = new Map((await listIdeasById(tx, ids)).map((other) => [other.id, other]))
    const named = ideaIds.map((id) => others.get(id.toLowerCase()))
    if (named.some((other) => other?.workshopId !== into.workshopId)) {
      const message = 'One of these ideas is not in the workshop. Reload the page and choose again.'
      return refusal('NOT_FOUND', message, 'ideaIds')
    }
    const no = refuseIdeaMerge(mergeable(into), named.filter((other) => other !== undefined).map(mergeable))
    if (no) return no
    const name = await actorName(tx, who)
    await mergeIdeasInto(tx, into.id, ids, { seatId: who.seat?.id ?? null, name })
    await updateIdea(tx, into.id, {})
    const { workshopId, id: subjectId } = into
    await recordAct(tx, who, { workshopId, act: 'IDEAS_MERGED', subjectId })
    return null
  })

const unmergeIdea: MutationResolvers['unmergeIdea'] = (_root, { ideaId }, context) =>
  changeIdea(ideaId, context, 'curateIdeas', async (tx, idea, who) => {
    const no = refuseIdeaUnmerge({ merged: idea.mergedIntoId !== null })
    if (no) return no
    const alone = { mergedIntoId: null, mergedBySeatId: null, mergedByName: null, mergedAt: null }
    await updateIdea(tx, idea.id, alone)
    const { workshopId, id: subjectId } = idea
    await recordAct(tx, who, { workshopId, act: 'IDEA_UNMERGED', subjectId })
    return null
  })

const hideIdea: MutationResolvers['hideIdea'] = (_root, { ideaId, reason }, context) =>
  changeIdea(ideaId, context, 'curateIdeas', async (tx, idea, who) => {
    const stopped = await hide(tx, [{ idea, who }], reason)
    return stopped?.refusal ?? null
  })

const hideIdeas: MutationResolvers['hideIdeas'] = (_root, { ideaIds, reason }, context) =>
  changeIdeas(ideaIds, context, (tx, chosen) => hide(tx, chosen, reason))

async function hide(tx: Transaction, chosen: readonly Chosen[], given: string): Promise<Stopped<Chosen>> {
  const [at] = chosen
  if (at === undefined) return null
  const read = readReason(given, { required: true })
  if (!read.ok) return { at, refusal: read.refusal }
  const reason = read.value
  const idsOf = (those: readonly Chosen[]) => those.map(({ idea }) => idea.id)
  await settleReportsOf(tx, { kind: 'ideaId', ids: idsOf(chosen) }, at.who.seat?.id ?? null)
  const shown = chosen.filter(({ idea }) => idea.hiddenAt === null)
  // Pressing twice changes nothing and is no second act.
  const otherwise = chosen.filter(({ idea }) => idea.hiddenAt !== null && idea.hiddenReason !== reason)
  await updateIdeas(tx, idsOf(shown), { hiddenAt: new Date(), hiddenReason: reason })
  await updateIdeas(tx, idsOf(otherwise), { hiddenReason: reason })
  const { workshopId } = at.idea
  await recordActs(tx, at.who, { workshopId, act: 'IDEA_HIDDEN', reason }, idsOf([...shown, ...otherwise]))
  return null
}

const showIdea: MutationResolvers['showIdea'] = (_root, { ideaId }, context) =>
  changeIdea(ideaId, context, 'curateIdeas', async (tx, idea, who) => {
    await show(tx, [{ idea, who }])
    return null
  })

const showIdeas: MutationResolvers['showIdeas'] = (_root, { ideaIds }, context) =>
  changeIdeas(ideaIds, context, show)

async function show(tx: Transaction, chosen: readonly Chosen[]): Promise<null> {
  const hidden = chosen.filter(({ idea }) => idea.hiddenAt !== null)
  const [first] = hidden
  if (first === undefined) return null
  const ids = hidden.map(({ idea }) => idea.id)
  await updateIdeas(tx, ids, { hiddenAt: null, hiddenReason: null })
  await recordActs(tx, first.who, { workshopId: first.idea.workshopId, act: 'IDEA_SHOWN' }, ids)
  return null
}

export const ideaCuration = {
  mergeIdeas,
  unmergeIdea,
  hideIdea,
  hideIdeas,
  showIdea,
  showIdeas,
} satisfies MutationResolvers

function mergeable({ id, statementId, withdrawnAt, mergedIntoId, hiddenAt }: IdeaView): MergeableIdea {
  return {
    id,
    statementId,
    withdrawn: withdrawnAt !== null,
    merged: mergedIntoId !== null,
    hidden: hiddenAt !== null,
  }
}
