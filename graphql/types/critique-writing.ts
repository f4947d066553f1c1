import type { Transaction } from '#db/client.ts'
import {
  findCritique,
  findIdeaStanding,
  holdIdeas,
  type IdeaStanding,
  insertCritique,
  type NewCritique,
} from '#db/queries/critiques.ts'
import { listSteps } from '#db/queries/steps.ts'
import { refuseCritique, refusePin } from '#domain/critiques.ts'
import { can } from '#domain/permissions.ts'
import type { Refusal } from '#domain/refusal.ts'
import { may } from '#domain/steps.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { insideOf, seesIdea } from '#graphql/visible-critiques.ts'
import { refused } from './base.ts'

const writeCritique: MutationResolvers['writeCritique'] = async (_root, { input }, context) => {
  const idea = isId(input.ideaId) ? await findIdeaStanding(context.db, input.ideaId) : null
  if (idea === null) throw denied(context.viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const { viewer, seat } = authorizeIn(context.viewer, 'writeCritiques', idea.workshopId)
  const { kind } = input
  const pin = input.pin ?? null
  const text = readCritique(input.text)
  if (!text.ok) return refused(text.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const offTheCard = refusePin(pin)
  if (offTheCard) return refused(offTheCard)
  return save(context, [idea.id], (held) => held.mergedIntoId !== null, {
    id: id.value,
    workshopId: idea.workshopId,
    ideaId: idea.id,
    kind,
    text: text.value,
    pinX: pin?.x ?? null,
    pinY: pin?.y ?? null,
    tableId: seat?.tableId ?? null,
    authorSeatId: seat?.id ?? null,
    requestDigest: digestOf(viewer, 'writeCritique', [idea.id, kind, text.value, pin?.x, pin?.y]),
  })
}

const answerCritique: MutationResolvers['answerCritique'] = async (_root, { input }, context) => {
  const parent = isId(input.parentId) ? await findCritique(context.db, input.parentId) : null
  if (parent === null) throw denied(context.viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const { viewer, seat } = authorizeIn(context.viewer, 'writeCritiques', parent.workshopId)
  if (!seesIdea(parent, viewer)) throw denied('NOT_FOUND')
  const text = readCritique(input.text)
  if (!text.ok) return refused(text.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  // Its thread goes on where a merged idea went. What was taken back meanwhile is answered all the same: a stub holds it.
  return save(context, [parent.ideaId, parent.shownOnId], () => false, {
    id: id.value,
    workshopId: parent.workshopId,
    ideaId: parent.ideaId,
    parentId: parent.id,
    text: text.value,
    tableId: seat?.tableId ?? null,
    authorSeatId: seat?.id ?? null,
    requestDigest: digestOf(viewer, 'answerCritique', [parent.id, text.value]),
  })
}

export const critiqueWriting = { writeCritique, answerCritique } satisfies MutationResolvers

function readCritique(text: string) {
  return readText(text, { field: 'text', max: LIMITS.critique, multiline: true, label: 'your comment' })
}

async function save(
  { db, viewer }: Context,
  ideaIds: readonly string[],
  isMerged: (idea: IdeaStanding) => boolean,
  critique: NewCritique,
) {
  const no = await db.transaction(async (tx) => {
    // A retry of what was written is answered before the step is asked: it may have closed in between.
    const earlier = await findCritique(tx, critique.id)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, critique.requestDigest)
    const held = await holdIdeas(tx, ideaIds)
    const refusedNow = await refuseWriting(
      tx,
      held,
      held.some(isMerged),
      can(viewer, 'moderate', insideOf(critique)),
    )
    if (refusedNow) return refusedNow
    if (await insertCritique(tx, critique)) return null
    const winner = await findCritique(tx, critique.id)
    return refuseOtherRequest(winner?.requestDigest ?? null, critique.requestDigest)
  })
  if (no) return refused(no)
  const written = await findCritique(db, critique.id)
  if (written === null) throw denied('NOT_FOUND')
  return { __typename: 'CritiqueSuccess' as const, critique: written }
}

async function refuseWriting(
  tx: Transaction,
  ideas: readonly IdeaStanding[],
  merged: boolean,
  facilitator: boolean,
): Promise<Refusal | null> {
  const [idea] = ideas
  if (idea === undefined) throw denied('NOT_FOUND')
  const setAside = ideas.some(({ withdrawnAt, hiddenAt }) => withdrawnAt !== null || hiddenAt !== null)
  const activityOpen = facilitator || may('CRITIQUE', await listSteps(tx, idea.workshopId))
  return refuseCritique({ setAside, merged }, { activityOpen, facilitator })
}
