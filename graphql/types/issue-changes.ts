import type { Transaction } from '#db/client.ts'
import { isAreaOf } from '#db/queries/areas.ts'
import { findIssue, findVoteStanding, insertIssue, updateIssue } from '#db/queries/issues.ts'
import { followIssues } from '#db/queries/rounds.ts'
import { listSteps } from '#db/queries/steps.ts'
import { findTable } from '#db/queries/tables.ts'
import { findWorkshop } from '#db/queries/workshops.ts'
import { refuseIssueEdit } from '#domain/issues.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { can } from '#domain/permissions.ts'
import { type Reading, type Refusal, refusal } from '#domain/refusal.ts'
import { may, stepNotOpen } from '#domain/steps.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { changeIssue, issueSuccess, standing } from '#graphql/change-issue.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'
import { issueCuration } from './issue-curation.ts'

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
  return no ? refused(no) : issueSuccess(context, issue.id)
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
  changeIssue(input.id, context, 'writeIssues', async (tx, issue, who) => {
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
    const no =
      refuseIssueEdit({ ...(await standing(tx, issue, who, 'GATHER')), firstVoteCast: votedOn }) ??
      refuseOverwrite(input, { title: issue.title, areaId: issue.areaId })
    if (no) return no
    const workshop = await findWorkshop(tx, issue.workshopId)
    if (!workshop || !isId(areaId) || !(await isAreaOf(tx, areaId, workshop.projectId))) return noSuchArea()
    await updateIssue(tx, issue.id, { title: title.value, areaId })
    return null
  })

const withdrawIssue: MutationResolvers['withdrawIssue'] = (_root, { issueId }, context) =>
  changeIssue(issueId, context, 'writeIssues', async (tx, issue, who) => {
    // Pressing twice changes nothing and is no error.
    if (issue.withdrawnAt !== null && who.own) return null
    const { votedOn, onOpenRoll } = await findVoteStanding(tx, [issue.id])
    const no = refuseIssueEdit({
      ...(await standing(tx, issue, who, 'GATHER')),
      firstVoteCast: votedOn || onOpenRoll,
    })
    if (no) return no
    await updateIssue(tx, issue.id, { withdrawnAt: new Date() })
    await followIssues(tx, [issue.id])
    return null
  })

const restoreIssue: MutationResolvers['restoreIssue'] = (_root, { issueId }, context) =>
  changeIssue(issueId, context, 'writeIssues', async (tx, issue, who) => {
    if (issue.withdrawnAt === null) return null
    const no = refuseIssueEdit({ ...(await standing(tx, issue, who, 'GATHER')), withdrawn: false })
    if (no) return no
    await updateIssue(tx, issue.id, { withdrawnAt: null })
    await followIssues(tx, [issue.id])
    return null
  })

export const issueMutations = {
  writeIssue,
  editIssue,
  withdrawIssue,
  restoreIssue,
  ...issueCuration,
} satisfies MutationResolvers

function noSuchArea(): Refusal {
  return refusal('NOT_FOUND', 'This area is not in the project. Choose another.', 'areaId')
}
