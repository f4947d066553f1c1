import type { Transaction } from '#db/client.ts'
import {
  findIdea,
  type IdeaView,
  insertIdea,
  listIdeasMergedInto,
  moveIdea,
  type NewIdea,
  updateIdea,
} from '#db/queries/ideas.ts'
import { findStatement, holdStatement } from '#db/queries/statements.ts'
import { listSteps } from '#db/queries/steps.ts'
import { deleteSupport, insertSupport, isSupportedBy } from '#db/queries/supports.ts'
import { findTable } from '#db/queries/tables.ts'
import {
  refuseIdea,
  refuseIdeaEdit,
  refuseIdeaReturn,
  refuseIdeaWithdrawal,
  refuseSupport,
} from '#domain/ideas.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { can } from '#domain/permissions.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { may } from '#domain/steps.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { changeIdea, ideaSuccess, type Who } from '#graphql/change-idea.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

const writeIdea: MutationResolvers['writeIdea'] = async (_root, { input }, context) => {
  const found = isId(input.statementId) ? await findStatement(context.db, input.statementId) : null
  if (found === null) throw denied(context.viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const { workshopId, id: statementId } = found
  const { viewer, seat } = authorizeIn(context.viewer, 'writeIdeas', workshopId)
  const text = readIdea(input.text)
  if (!text.ok) return refused(text.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const curates = can(viewer, 'curateIdeas', { workshopId, published: false })
  const own = seat?.tableId ?? null
  const { horizon } = input
  const idea = {
    id: id.value,
    workshopId,
    statementId,
    horizon,
    text: text.value,
    // Participants write from their own table, whatever table they name.
    tableId: curates ? (input.tableId ?? own) : own,
    authorSeatId: seat?.id ?? null,
    requestDigest: digestOf(viewer, 'writeIdea', [statementId, horizon, text.value]),
  }
  const no = await context.db.transaction(async (tx) => {
    // A retry of what was written is answered before the step is asked: it may have closed in between.
    const earlier = await findIdea(tx, idea.id)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, idea.requestDigest)
    const refusedNow = await refuseWriting(tx, idea, curates)
    if (refusedNow) return refusedNow
    if (await insertIdea(tx, idea)) return null
    const winner = await findIdea(tx, idea.id)
    return refuseOtherRequest(winner?.requestDigest ?? null, idea.requestDigest)
  })
  return no ? refused(no) : ideaSuccess(context, idea.id)
}

async function refuseWriting(tx: Transaction, idea: NewIdea, facilitator: boolean): Promise<Refusal | null> {
  const statement = await holdStatement(tx, idea.statementId)
  if (statement === null) throw denied('NOT_FOUND')
  const activityOpen = may('IDEATE', await listSteps(tx, idea.workshopId))
  const no = refuseIdea({ activityOpen, facilitator, statementWithdrawn: statement.withdrawnAt !== null })
  if (no || idea.tableId === null) return no
  const table = isId(idea.tableId) ? await findTable(tx, idea.tableId) : null
  return table?.workshopId === idea.workshopId
    ? null
    : refusal('NOT_FOUND', 'This table is not in the workshop. Choose another.', 'tableId')
}

const editIdea: MutationResolvers['editIdea'] = (_root, { input }, context) =>
  changeIdea(input.id, context, 'writeIdeas', async (tx, idea, who) => {
    const text = readIdea(input.text ?? idea.text)
    if (!text.ok) return text.refusal
    const no =
      refuseIdeaEdit(await standing(tx, idea, who)) ??
      (await refuseStatementFor(tx, idea, input.statementId ?? idea.statementId, who)) ??
      refuseOverwrite(input, { text: idea.text, horizon: idea.horizon, statementId: idea.statementId })
    if (no) return no
    const horizon = input.horizon ?? idea.horizon
    if (text.value !== idea.text || horizon !== idea.horizon) {
      await updateIdea(tx, idea.id, { text: text.value, horizon, ...(text.value !== idea.text && WHOLE) })
    }
    if (input.statementId && input.statementId !== idea.statementId) {
      await moveIdea(tx, idea.id, input.statementId)
    }
    return null
  })

// Words that were typed here break off nowhere, whatever their source did.
const WHOLE = { truncated: false }

async function refuseStatementFor(tx: Transaction, idea: IdeaView, statementId: string, who: Who) {
  if (statementId === idea.statementId) return null
  const statement = isId(statementId) ? await holdStatement(tx, statementId) : null
  if (statement?.workshopId !== idea.workshopId) {
    return refusal('NOT_FOUND', 'This statement is not in the workshop. Choose another.', 'statementId')
  }
  const activityOpen = may('IDEATE', await listSteps(tx, idea.workshopId))
  return refuseIdea({
    activityOpen,
    facilitator: who.curates,
    statementWithdrawn: statement.withdrawnAt !== null,
  })
}

const withdrawIdea: MutationResolvers['withdrawIdea'] = (_root, { ideaId }, context) =>
  changeIdea(ideaId, context, 'writeIdeas', async (tx, idea, who) => {
    // Pressing twice changes nothing and is no error.
    if (idea.withdrawnAt !== null) return null
    const holdsOthers = (await listIdeasMergedInto(tx, [idea.id])).length > 0
    const no = refuseIdeaWithdrawal({ ...(await standing(tx, idea, who)), holdsOthers })
    if (no) return no
    await updateIdea(tx, idea.id, { withdrawnAt: new Date() })
    return null
  })

const restoreIdea: MutationResolvers['restoreIdea'] = (_root, { ideaId }, context) =>
  changeIdea(ideaId, context, 'writeIdeas', async (tx, idea, who) => {
    if (idea.withdrawnAt === null) return null
    const statement = await holdStatement(tx, idea.statementId)
    const statementWithdrawn = statement === null || statement.withdrawnAt !== null
    const no = refuseIdeaReturn({ ...(await standing(tx, idea, who)), statementWithdrawn })
    if (no) return no
    await updateIdea(tx, idea.id, { withdrawnAt: null })
    return null
  })

const supportIdea: MutationResolvers['supportIdea'] = (_root, { ideaId, supported }, context) =>
  changeIdea(ideaId, context, 'supportIdeas', async (tx, idea, { seat }) => {
    if (seat === null) throw denied('FORBIDDEN')
    // Asked twice it changes nothing, also when the step has closed in between.
    if ((await isSupportedBy(tx, idea.id, seat.id)) === supported) return null
    const steps = await listSteps(tx, idea.workshopId)
    const no = refuseSupport({
      merged: idea.mergedIntoId !== null,
      withdrawn: idea.withdrawnAt !== null,
      hidden: idea.hiddenAt !== null,
      activityOpen: may('IDEATE', steps) || may('CRITIQUE', steps),
    })
    if (no) return no
    if (supported) await insertSupport(tx, idea.id, seat.id)
    else await deleteSupport(tx, idea.id, seat.id)
    return null
  })

export const ideaMutations = {
  writeIdea,
  editIdea,
  withdrawIdea,
  restoreIdea,
  supportIdea,
} satisfies MutationResolvers

async function standing(tx: Transaction, idea: IdeaView, who: Who) {
  const activityOpen = may('IDEATE', await listSteps(tx, idea.workshopId))
  const [withdrawn, merged] = [idea.withdrawnAt !== null, idea.mergedIntoId !== null]
  return { own: who.own, facilitator: who.curates, activityOpen, withdrawn, merged }
}

function readIdea(text: string) {
  return readText(text, { field: 'text', max: LIMITS.idea, multiline: true, label: 'the idea' })
}
