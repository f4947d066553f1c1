import type { Transaction } from '#db/client.ts'
import { type IdeaView, listIdeasById, mergeIdeasInto, updateIdea } from '#db/queries/ideas.ts'
import { settleReportsOf } from '#db/queries/reports.ts'
import { type MergeableIdea, refuseIdeaMerge, refuseIdeaUnmerge } from '#domain/ideas.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { readReason } from '#domain/text.ts'
import { changeIdea, changeIdeas, type Who } from '#graphql/change-idea.ts'
import { isId } from '#graphql/connections.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { actorName, recordAct } from '#graphql/record-act.ts'

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
  changeIdea(ideaId, context, 'curateIdeas', (tx, idea, who) => hide(tx, idea, who, reason))

const hideIdeas: MutationResolvers['hideIdeas'] = (_root, { ideaIds, reason }, context) =>
  changeIdeas(ideaIds, context, (tx, idea, who) => hide(tx, idea, who, reason))

async function hide(tx: Transaction, idea: IdeaView, who: Who, given: string): Promise<Refusal | null> {
  const read = readReason(given, { required: true })
  if (!read.ok) return read.refusal
  const reason = read.value
  await settleReportsOf(tx, { kind: 'ideaId', id: idea.id }, who.seat?.id ?? null)
  // Pressing twice changes nothing and is no second act.
  if (idea.hiddenAt !== null && idea.hiddenReason === reason) return null
  await updateIdea(tx, idea.id, { hiddenAt: idea.hiddenAt ?? new Date(), hiddenReason: reason })
  const { workshopId, id: subjectId } = idea
  await recordAct(tx, who, { workshopId, act: 'IDEA_HIDDEN', subjectId, reason })
  return null
}

const showIdea: MutationResolvers['showIdea'] = (_root, { ideaId }, context) =>
  changeIdea(ideaId, context, 'curateIdeas', show)

const showIdeas: MutationResolvers['showIdeas'] = (_root, { ideaIds }, context) =>
  changeIdeas(ideaIds, context, show)

async function show(tx: Transaction, idea: IdeaView, who: Who): Promise<Refusal | null> {
  if (idea.hiddenAt === null) return null
  await updateIdea(tx, idea.id, { hiddenAt: null, hiddenReason: null })
  const { workshopId, id: subjectId } = idea
  await recordAct(tx, who, { workshopId, act: 'IDEA_SHOWN', subjectId })
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
