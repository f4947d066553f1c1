import type { Transaction } from '#db/client.ts'
import {
  arePrioritiesOf,
  countIdeasFor,
  findStatement,
  insertStatement,
  insertWording,
  listPrioritiesOfStatements,
  lockStatements,
  unmarkSimilar as removeSimilar,
  replacePriorities,
  type StatementView,
  markSimilar as saveSimilar,
  updateStatement,
} from '#db/queries/statements.ts'
import { listSteps } from '#db/queries/steps.ts'
import { findWorkshop } from '#db/queries/workshops.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { can } from '#domain/permissions.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import {
  readPriorities,
  refuseRewording,
  refuseSimilar,
  refuseStatement,
  refuseStatementWithdrawal,
} from '#domain/statements.ts'
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

const writeStatement: MutationResolvers['writeStatement'] = async (_root, { input }, context) => {
  const { workshopId } = input
  const { viewer, seat } = authorizeIn(context.viewer, 'writeStatements', workshopId)
  const title = readTitle(input.title)
  if (!title.ok) return refused(title.refusal)
  const priorityIds = readPriorities(input.priorityIds)
  if (!priorityIds.ok) return refused(priorityIds.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const statement = {
    id: id.value,
    workshopId,
    title: title.value,
    priorityIds: priorityIds.value,
    authorSeatId: seat?.id ?? null,
    requestDigest: digestOf(viewer, 'writeStatement', [workshopId, title.value, priorityIds.value]),
  }
  const facilitator = can(viewer, 'curateStatements', { workshopId, published: false })
  const no = await context.db.transaction(async (tx) => {
    // A retry of what was written is answered before the step is asked: it may have closed in between.
    const earlier = await findStatement(tx, statement.id)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, statement.requestDigest)
    if ((await findWorkshop(tx, workshopId)) === null) throw denied('NOT_FOUND')
    const activityOpen = may('REFRAME', await listSteps(tx, workshopId))
    const refusedNow =
      refuseStatement({ activityOpen, facilitator }) ??
      (await refusePriorities(tx, workshopId, statement.priorityIds))
    if (refusedNow) return refusedNow
    if (await insertStatement(tx, statement)) return null
    const winner = await findStatement(tx, statement.id)
    return refuseOtherRequest(winner?.requestDigest ?? null, statement.requestDigest)
  })
  return no ? refused(no) : success(context, statement.id)
}

const rewordStatement: MutationResolvers['rewordStatement'] = (_root, { input }, context) =>
  change(input.id, context, 'writeStatements', async (tx, statement, who) => {
    const title = readTitle(input.title ?? statement.title)
    if (!title.ok) return title.refusal
    const no =
      refuseRewording(await standing(tx, statement, who)) ??
      refuseOverwrite(input, { title: statement.title }) ??
      (input.priorityIds == null ? null : await choosePriorities(tx, statement, input.priorityIds))
    if (no || title.value === statement.title) return no
    const authorSeatId = who.seat?.id ?? null
    await insertWording(tx, { statementId: statement.id, title: title.value, authorSeatId })
    return null
  })

async function choosePriorities(tx: Transaction, { id, workshopId }: StatementView, ids: readonly string[]) {
  const read = readPriorities(ids)
  if (!read.ok) return read.refusal
  const no = await refusePriorities(tx, workshopId, read.value)
  if (no) return no
  const before = new Set((await listPrioritiesOfStatements(tx, [id])).map((priority) => priority.id))
  const same = before.size === read.value.length && read.value.every((chosen) => before.has(chosen))
  if (!same) await replacePriorities(tx, id, read.value)
  return null
}

const withdrawStatement: MutationResolvers['withdrawStatement'] = (_root, { statementId }, context) =>
  change(statementId, context, 'writeStatements', async (tx, statement, who) => {
    // Pressing twice changes nothing and is no error.
    if (statement.withdrawnAt !== null) return null
    const ideas = await countIdeasFor(tx, statement.id)
    const no = refuseStatementWithdrawal({ ...(await standing(tx, statement, who)), ideas })
    if (no) return no
    await updateStatement(tx, statement.id, { withdrawnAt: new Date() })
    return null
  })

const restoreStatement: MutationResolvers['restoreStatement'] = (_root, { statementId }, context) =>
  change(statementId, context, 'writeStatements', async (tx, statement, who) => {
    if (statement.withdrawnAt === null) return null
    const no = refuseRewording({ ...(await standing(tx, statement, who)), withdrawn: false })
    if (no) return no
    await updateStatement(tx, statement.id, { withdrawnAt: null })
    return null
  })

const markSimilar: MutationResolvers['markSimilar'] = (_root, { statementId, similarId, ...args }, context) =>
  change([statementId, similarId], context, 'curateStatements', async (tx, statement) => {
    const note = readText(args.note, { field: 'note', max: LIMITS.reason, required: false, multiline: true })
    if (!note.ok) return note.refusal
    const other = await findOther(tx, statement, similarId)
    if (other === null) return noSuchStatement()
    const withdrawn = statement.withdrawnAt !== null || other.withdrawnAt !== null
    const no = refuseSimilar({ same: other.id === statement.id, withdrawn })
    if (no) return no
    await saveSimilar(tx, [statement.id, other.id], note.value || null)
    return null
  })

const unmarkSimilar: MutationResolvers['unmarkSimilar'] = (_root, { statementId, similarId }, context) =>
  change([statementId, similarId], context, 'curateStatements', async (tx, statement) => {
    const other = await findOther(tx, statement, similarId)
    if (other === null) return noSuchStatement()
    await removeSimilar(tx, [statement.id, other.id])
    return null
  })

export const statementMutations = {
  writeStatement,
  rewordStatement,
  withdrawStatement,
  restoreStatement,
  markSimilar,
  unmarkSimilar,
} satisfies MutationResolvers

type Who = Allowed & { own: boolean; curates: boolean }

/**
 * The beats that every change of one statement has: find, authorize, lock, decide, save. A statement that is changed
 * with the first is locked with it, in one order, so that two changes never wait for each other in a circle.
 */
async function change(
  ids: string | readonly string[],
  context: Context,
  action: 'writeStatements' | 'curateStatements',
  decideAndSave: (tx: Transaction, statement: StatementView, who: Who) => Promise<Refusal | null>,
) {
  const { db, viewer } = context
  const [statementId = '', ...withIds] = [ids].flat()
  const found = isId(statementId) ? await findStatement(db, statementId) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const allowed = authorizeIn(viewer, action, found.workshopId)
  const no = await db.transaction(async (tx) => {
    const locked = await lockStatements(tx, [found.id, ...withIds.filter(isId)])
    const statement = locked.find(({ id }) => id === found.id)
    if (statement === undefined || !isStatementVisible(statement, viewer)) throw denied('NOT_FOUND')
    const curates = can(viewer, 'curateStatements', { workshopId: statement.workshopId, published: false })
    return decideAndSave(tx, statement, { ...allowed, own: wrote(viewer, statement), curates })
  })
  return no ? refused(no) : success(context, found.id)
}

async function standing(tx: Transaction, { workshopId, withdrawnAt }: StatementView, who: Who) {
  const activityOpen = may('REFRAME', await listSteps(tx, workshopId))
  return { own: who.own, facilitator: who.curates, activityOpen, withdrawn: withdrawnAt !== null }
}

async function refusePriorities(tx: Transaction, workshopId: string, ids: readonly string[]) {
  if (ids.every(isId) && (await arePrioritiesOf(tx, workshopId, ids))) return null
  const message = 'One of these priorities is not in the workshop. Reload the page and choose again.'
  return refusal('NOT_FOUND', message, 'priorityIds')
}

async function findOther(tx: Transaction, { workshopId }: StatementView, id: string) {
  const other = isId(id) ? await findStatement(tx, id) : null
  return other?.workshopId === workshopId ? other : null
}

function readTitle(title: string) {
  return readText(title, { field: 'title', max: LIMITS.statement, multiline: true, label: 'the statement' })
}

async function success({ db, loaders }: Context, id: string) {
  forgetLoaded(loaders)
  const statement = await findStatement(db, id)
  if (statement === null) throw denied('NOT_FOUND')
  return { __typename: 'StatementSuccess' as const, statement }
}

function noSuchStatement(): Refusal {
  const message = 'This statement is not in the workshop. Reload the page and choose again.'
  return refusal('NOT_FOUND', message, 'similarId')
}
