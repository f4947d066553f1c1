import type { Transaction } from '#db/client.ts'
import { isAreaOf } from '#db/queries/areas.ts'
import {
  findIssue,
  findVoteStanding,
  type IssueView,
  insertIssue,
  listIssuesById,
  lockIssues,
  mergeInto,
  updateIssue,
} from '#db/queries/issues.ts'
import { followIssue, moveDotsOfMerged } from '#db/queries/rounds.ts'
import type { ViewerRow, ViewerSeat } from '#db/queries/sessions.ts'
import { listSteps } from '#db/queries/steps.ts'
import { findTable } from '#db/queries/tables.ts'
import { findWorkshop } from '#db/queries/workshops.ts'
import { refuseIssueEdit, refuseMerge, refuseShortlist, refuseUnmerge } from '#domain/issues.ts'
import { can } from '#domain/permissions.ts'
import { type Reading, type Refusal, refusal } from '#domain/refusal.ts'
import { may, stepNotOpen } from '#domain/steps.ts'
import { LIMITS, readReason, readText } from '#domain/text.ts'
import type { LoggedAct } from '#domain/workshop-log.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { forgetLoaded } from '#graphql/loaders.ts'
import { actorName, recordAct } from '#graphql/record-act.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

const writeIssue: MutationResolvers['writeIssue'] = async (_root, { input }, context) => {
  const { db } = context
  const { viewer, seat } = authorizeIn(context.viewer, 'writeIssues', input.workshopId)
  const title = readText(input.title, {
    field: 'title',
    max: LIMITS.issueTitle,
    multiline: true,
    label: 'the issue',
  })
  if (!title.ok) return refused(title.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const curates = can(viewer, 'curateIssues', { workshopId: input.workshopId, published: false })
  const tableId = curates ? (input.tableId ?? seat?.tableId ?? null) : (seat?.tableId ?? null)
  const issue = {
    id: id.value,
    workshopId: input.workshopId,
    areaId: input.areaId,
    title: title.value,
    authorSeatId: seat?.id ?? null,
    requestDigest: digestOf(viewer, 'writeIssue', [input.workshopId, input.areaId, title.value]),
    tableId,
  }
  const no = await db.transaction(async (tx) => {
    // A retry of what was written is answered before the step is asked: it may have closed in between.
    const earlier = await findIssue(tx, issue.id)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, issue.requestDigest)
    const refusedNow = await refuseWriting(tx, issue, curates)
    if (refusedNow) return refusedNow
    if (await insertIssue(tx, issue)) return null
    const winner = await findIssue(tx, issue.id)
    return refuseOtherRequest(winner?.requestDigest ?? null, issue.requestDigest)
  })
  return no ? refused(no) : success(context, issue.id)
}

async function refuseWriting(
  tx: Transaction,
  issue: { workshopId: string; areaId: string; tableId: string | null },
  curates: boolean,
) {
  const workshop = await findWorkshop(tx, issue.workshopId)
  if (workshop === null) throw denied('NOT_FOUND')
  if (!curates && !may('GATHER', await listSteps(tx, issue.workshopId))) return stepNotOpen('GATHER')
  if (!isId(issue.areaId) || !(await isAreaOf(tx, issue.areaId, workshop.projectId))) return noSuchArea()
  if (issue.tableId === null) return null
  const table = isId(issue.tableId) ? await findTable(tx, issue.tableId) : null
  return table?.workshopId === issue.workshopId
    ? null
    : refusal('NOT_FOUND', 'This table is not in the workshop. Choose another.', 'tableId')
}

const editIssue: MutationResolvers['editIssue'] = (_root, { input }, context) =>
  change(input.id, context, 'writeIssues', async (tx, issue, who) => {
    const title: Reading<string> =
      input.title == null
        ? { ok: true, value: issue.title }
        : readText(input.title, {
            field: 'title',
            max: LIMITS.issueTitle,
            multiline: true,
            label: 'the issue',
          })
    if (!title.ok) return title.refusal
    const areaId = input.areaId ?? issue.areaId
    const { votedOn } = await findVoteStanding(tx, [issue.id])
    const no = refuseIssueEdit({ ...(await standing(tx, issue, who, 'GATHER')), firstVoteCast: votedOn })
    if (no) return no
    const workshop = await findWorkshop(tx, issue.workshopId)
    if (!workshop || !isId(areaId) || !(await isAreaOf(tx, areaId, workshop.projectId))) return noSuchArea()
    await updateIssue(tx, issue.id, { title: title.value, areaId })
    return null
  })

const withdrawIssue: MutationResolvers['withdrawIssue'] = (_root, { issueId }, context) =>
  change(issueId, context, 'writeIssues', async (tx, issue, who) => {
    // Pressing twice changes nothing and is no error.
    if (issue.withdrawnAt !== null && who.own) return null
    const { votedOn, onOpenRoll } = await findVoteStanding(tx, [issue.id])
    const no = refuseIssueEdit({
      ...(await standing(tx, issue, who, 'GATHER')),
      firstVoteCast: votedOn || onOpenRoll,
    })
    if (no) return no
    await updateIssue(tx, issue.id, { withdrawnAt: new Date() })
    await followIssue(tx, issue.id)
    return null
  })

const restoreIssue: MutationResolvers['restoreIssue'] = (_root, { issueId }, context) =>
  change(issueId, context, 'writeIssues', async (tx, issue, who) => {
    if (issue.withdrawnAt === null) return null
    const no = refuseIssueEdit({ ...(await standing(tx, issue, who, 'GATHER')), withdrawn: false })
    if (no) return no
    await updateIssue(tx, issue.id, { withdrawnAt: null })
    await followIssue(tx, issue.id)
    return null
  })

const decideIssue: MutationResolvers['decideIssue'] = (_root, { input }, context) =>
  change(input.issueId, context, 'decideIssues', async (tx, issue, who) => {
    const reason = readReason(input.reason, { required: false })
    if (!reason.ok) return reason.refusal
    const { onOpenRoll } = await findVoteStanding(tx, [issue.id])
    const ownTable = who.seat?.tableId != null && issue.tableIds.includes(who.seat.tableId)
    const no = refuseShortlist({
      ...(await standing(tx, issue, who, 'SHORTLIST')),
      ownTable,
      roundOpened: onOpenRoll,
    })
    if (no) return no
    await updateIssue(tx, issue.id, { state: input.state, stateReason: reason.value || null })
    return null
  })

const mergeIssues: MutationResolvers['mergeIssues'] = (_root, { intoId, issueIds }, context) =>
  change([intoId, ...issueIds], context, 'curateIssues', async (tx, into, who) => {
    const ids = issueIds.filter(isId)
    const others = await listIssuesById(tx, ids)
    if (
      ids.length < issueIds.length ||
      others.length < new Set(ids).size ||
      others.some((other) => other.workshopId !== into.workshopId)
    ) {
      return refusal(
        'NOT_FOUND',
        'One of these issues is not in the workshop. Reload the page and choose again.',
        'issueIds',
      )
    }
    const { onOpenRoll } = await findVoteStanding(tx, [into.id, ...ids])
    // While a round is open only an administrator may merge: two dots on the merged issues become one.
    const frozen = onOpenRoll && who.viewer.platformRole !== 'ADMIN'
    const no = refuseMerge(
      standingOf(into),
      issueIds.map((id) => standingOf(others.find((other) => other.id === id) ?? into)),
      frozen,
    )
    if (no) return no
    await mergeInto(tx, into.id, ids, { seatId: who.seat?.id ?? null, name: await actorName(tx, who) })
    await updateIssue(tx, into.id, {})
    if (onOpenRoll) await moveDotsOfMerged(tx, into.id, ids)
    await record(tx, who, 'ISSUES_MERGED', into)
    return null
  })

const unmergeIssue: MutationResolvers['unmergeIssue'] = (_root, { issueId }, context) =>
  change(issueId, context, 'curateIssues', async (tx, issue, who) => {
    const { onOpenRoll } = await findVoteStanding(
      tx,
      issue.mergedIntoId === null ? [issue.id] : [issue.id, issue.mergedIntoId],
    )
    const no = refuseUnmerge({ merged: issue.mergedIntoId !== null, roundOpened: onOpenRoll })
    if (no) return no
    await updateIssue(tx, issue.id, {
      mergedIntoId: null,
      mergedBySeatId: null,
      mergedByName: null,
      mergedAt: null,
    })
    await record(tx, who, 'ISSUE_UNMERGED', issue)
    return null
  })

const hideIssue: MutationResolvers['hideIssue'] = (_root, args, context) =>
  change(args.issueId, context, 'curateIssues', async (tx, issue, who) => {
    const reason = readReason(args.reason, { required: true })
    if (!reason.ok) return reason.refusal
    // Pressing twice changes nothing and is no second act.
    if (issue.hiddenAt !== null && issue.hiddenReason === reason.value) return null
    await updateIssue(tx, issue.id, { hiddenAt: issue.hiddenAt ?? new Date(), hiddenReason: reason.value })
    await followIssue(tx, issue.id)
    await record(tx, who, 'ISSUE_HIDDEN', issue, reason.value)
    return null
  })

const showIssue: MutationResolvers['showIssue'] = (_root, { issueId }, context) =>
  change(issueId, context, 'curateIssues', async (tx, issue, who) => {
    if (issue.hiddenAt === null) return null
    await updateIssue(tx, issue.id, { hiddenAt: null, hiddenReason: null })
    await followIssue(tx, issue.id)
    await record(tx, who, 'ISSUE_SHOWN', issue)
    return null
  })

export const issueMutations = {
  writeIssue,
  editIssue,
  withdrawIssue,
  restoreIssue,
  decideIssue,
  mergeIssues,
  unmergeIssue,
  hideIssue,
  showIssue,
} satisfies MutationResolvers

type Who = { viewer: ViewerRow; seat: ViewerSeat | null; own: boolean; curates: boolean }

/**
 * The beats that every change of one issue has: find, authorize, lock, decide, save. Issues that are changed with the
 * first are locked with it, in one order, so that two changes never wait for each other in a circle.
 */
async function change(
  ids: string | readonly string[],
  context: Context,
  action: 'writeIssues' | 'decideIssues' | 'curateIssues',
  decideAndSave: (tx: Transaction, issue: IssueView, who: Who) => Promise<Refusal | null>,
) {
  const { db, viewer } = context
  const [issueId = '', ...withIds] = [ids].flat()
  const found = isId(issueId) ? await findIssue(db, issueId) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const allowed = authorizeIn(viewer, action, found.workshopId)
  const no = await db.transaction(async (tx) => {
    const locked = await lockIssues(tx, [issueId, ...withIds.filter(isId)])
    const issue = locked.find(({ id }) => id === found.id)
    if (issue === undefined) throw denied('NOT_FOUND')
    const own = allowed.seat !== null && allowed.seat.id === issue.authorSeatId
    const curates = can(viewer, 'curateIssues', { workshopId: issue.workshopId, published: false })
    return decideAndSave(tx, issue, { ...allowed, own, curates })
  })
  return no ? refused(no) : success(context, issueId)
}

function record(tx: Transaction, who: Who, act: LoggedAct, issue: IssueView, reason: string | null = null) {
  return recordAct(tx, who, { workshopId: issue.workshopId, act, subjectId: issue.id, reason })
}

async function standing(tx: Transaction, issue: IssueView, who: Who, activity: 'GATHER' | 'SHORTLIST') {
  const activityOpen = may(activity, await listSteps(tx, issue.workshopId))
  return { ...standingOf(issue), own: who.own, facilitator: who.curates, activityOpen }
}

function standingOf({ id, withdrawnAt, mergedIntoId }: IssueView) {
  return { id, withdrawn: withdrawnAt !== null, merged: mergedIntoId !== null }
}

async function success({ db, loaders }: Context, id: string) {
  forgetLoaded(loaders)
  const issue = await findIssue(db, id)
  if (issue === null) throw denied('NOT_FOUND')
  return { __typename: 'IssueSuccess' as const, issue }
}

function noSuchArea(): Refusal {
  return refusal('NOT_FOUND', 'This area is not in the project. Choose another.', 'areaId')
}
