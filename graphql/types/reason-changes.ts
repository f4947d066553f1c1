import type { Transaction } from '#db/client.ts'
import {
  clearShownFirst,
  findReason,
  insertReason,
  lockReason,
  type ReasonView,
  updateReason,
} from '#db/queries/reasons.ts'
import { findStatement, lockStatements } from '#db/queries/statements.ts'
import { listSteps } from '#db/queries/steps.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { can } from '#domain/permissions.ts'
import type { Refusal } from '#domain/refusal.ts'
import { refuseReason, refuseReasonEdit } from '#domain/statements.ts'
import { may } from '#domain/steps.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { type Allowed, authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { forgetLoaded } from '#graphql/loaders.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { isStatementVisible, wrote } from '#graphql/visible-ideas.ts'
import { refused } from './base.ts'

const writeReason: MutationResolvers['writeReason'] = async (_root, { input }, context) => {
  const { db } = context
  const found = isId(input.statementId) ? await findStatement(db, input.statementId) : null
  if (found === null) throw denied(context.viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const { viewer, seat } = authorizeIn(context.viewer, 'writeStatements', found.workshopId)
  const text = readReason(input.text)
  if (!text.ok) return refused(text.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const reason = {
    id: id.value,
    statementId: found.id,
    text: text.value,
    authorSeatId: seat?.id ?? null,
    requestDigest: digestOf(viewer, 'writeReason', [found.id, text.value]),
  }
  const facilitator = can(viewer, 'curateStatements', { workshopId: found.workshopId, published: false })
  const no = await db.transaction(async (tx) => {
    const earlier = await findReason(tx, reason.id)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, reason.requestDigest)
    // A reason moves its statement's moment: locked for that from the start, those at once take turns.
    const [statement] = await lockStatements(tx, [found.id])
    if (statement === undefined) throw denied('NOT_FOUND')
    const activityOpen = may('REFRAME', await listSteps(tx, statement.workshopId))
    const refusedNow = refuseReason({
      activityOpen,
      facilitator,
      statementWithdrawn: statement.withdrawnAt !== null,
    })
    if (refusedNow) return refusedNow
    if (await insertReason(tx, reason)) return null
    const winner = await findReason(tx, reason.id)
    return refuseOtherRequest(winner?.requestDigest ?? null, reason.requestDigest)
  })
  return no ? refused(no) : success(context, reason.id)
}

const editReason: MutationResolvers['editReason'] = (_root, args, context) =>
  change(args.reasonId, context, 'writeStatements', async (tx, reason, who) => {
    const text = readReason(args.text)
    if (!text.ok) return text.refusal
    const no =
      refuseReasonEdit(await standing(tx, reason, who)) ?? refuseOverwrite(args, { text: reason.text })
    if (no) return no
    if (text.value !== reason.text) await updateReason(tx, reason.id, { text: text.value })
    return null
  })

const withdrawReason: MutationResolvers['withdrawReason'] = (_root, { reasonId }, context) =>
  change(reasonId, context, 'writeStatements', async (tx, reason, who) => {
    // Pressing twice changes nothing and is no error.
    if (reason.withdrawnAt !== null) return null
    const no = refuseReasonEdit(await standing(tx, reason, who))
    if (no) return no
    await updateReason(tx, reason.id, { withdrawnAt: new Date(), shownFirst: false })
    return null
  })

const restoreReason: MutationResolvers['restoreReason'] = (_root, { reasonId }, context) =>
  change(reasonId, context, 'writeStatements', async (tx, reason, who) => {
    if (reason.withdrawnAt === null) return null
    const no = refuseReasonEdit({ ...(await standing(tx, reason, who)), withdrawn: false })
    if (no) return no
    await updateReason(tx, reason.id, { withdrawnAt: null })
    return null
  })

const showReasonFirst: MutationResolvers['showReasonFirst'] = (_root, { reasonId, first }, context) =>
  change(reasonId, context, 'curateStatements', async (tx, reason, who) => {
    const no = refuseReasonEdit(await standing(tx, reason, who))
    if (no || reason.shownFirst === first) return no
    await clearShownFirst(tx, reason.statementId)
    await updateReason(tx, reason.id, { shownFirst: first })
    return null
  })

export const reasonMutations = {
  writeReason,
  editReason,
  withdrawReason,
  restoreReason,
  showReasonFirst,
} satisfies MutationResolvers

type Who = Allowed & { own: boolean; curates: boolean }

/** The beats of every change of one reason. Its statement is locked first, as one of its reasons at most is shown first. */
async function change(
  reasonId: string,
  context: Context,
  action: 'writeStatements' | 'curateStatements',
  decideAndSave: (tx: Transaction, reason: ReasonView, who: Who) => Promise<Refusal | null>,
) {
  const { db, viewer } = context
  const found = isId(reasonId) ? await findReason(db, reasonId) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const allowed = authorizeIn(viewer, action, found.workshopId)
  const no = await db.transaction(async (tx) => {
    await lockStatements(tx, [found.statementId])
    const reason = await lockReason(tx, found.id)
    if (reason === null || !isStatementVisible(reason, viewer)) throw denied('NOT_FOUND')
    const curates = can(viewer, 'curateStatements', { workshopId: reason.workshopId, published: false })
    return decideAndSave(tx, reason, { ...allowed, own: wrote(viewer, reason), curates })
  })
  return no ? refused(no) : success(context, found.id)
}

async function standing(tx: Transaction, reason: ReasonView, who: Who) {
  const activityOpen = may('REFRAME', await listSteps(tx, reason.workshopId))
  const { statementWithdrawn, withdrawnAt } = reason
  return {
    own: who.own,
    facilitator: who.curates,
    activityOpen,
    statementWithdrawn,
    withdrawn: withdrawnAt !== null,
  }
}

function readReason(text: string) {
  return readText(text, {
    field: 'text',
    max: LIMITS.importantBecause,
    multiline: true,
    label: 'the reason',
  })
}

async function success({ db, loaders }: Context, id: string) {
  forgetLoaded(loaders)
  const reason = await findReason(db, id)
  const statement = reason && (await findStatement(db, reason.statementId))
  if (!reason || !statement) throw denied('NOT_FOUND')
  return { __typename: 'ReasonSuccess' as const, reason, statement }
}
