import type { Transaction } from '#db/client.ts'
import {
  findVoteStanding,
  type IssueView,
  listIssuesById,
  mergeInto,
  updateIssue,
} from '#db/queries/issues.ts'
import { followIssue, moveDotsOfMerged } from '#db/queries/rounds.ts'
import { refuseMerge, refuseShortlist, refuseUnmerge } from '#domain/issues.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { readReason } from '#domain/text.ts'
import {
  changeIssue,
  changeIssues,
  recordIssueAct,
  standing,
  standingOf,
  type Who,
} from '#graphql/change-issue.ts'
import { isId } from '#graphql/connections.ts'
import type { DecideIssueInput, MutationResolvers } from '#graphql/generated/resolvers.ts'
import { actorName } from '#graphql/record-act.ts'

const decideIssue: MutationResolvers['decideIssue'] = (_root, { input }, context) =>
  changeIssue(input.issueId, context, 'decideIssues', (tx, issue, who) => decide(tx, issue, who, input))

const decideIssues: MutationResolvers['decideIssues'] = (_root, { decisions }, context) => {
  const byId = new Map(decisions.map((input) => [input.issueId.toLowerCase(), input]))
  return changeIssues([...byId.keys()], context, 'decideIssues', async (tx, issue, who) => {
    const input = byId.get(issue.id)
    return input ? decide(tx, issue, who, input) : null
  })
}

/** Decides about one issue of those that are locked. */
async function decide(tx: Transaction, issue: IssueView, who: Who, input: DecideIssueInput) {
  const reason = readReason(input.reason, { required: false })
  if (!reason.ok) return reason.refusal
  const { onOpenRoll } = await findVoteStanding(tx, [issue.id])
  const ownTable = who.seat?.tableId != null && issue.tableIds.includes(who.seat.tableId)
  const no = refuseShortlist({
    ...(await standing(tx, issue, who, 'SHORTLIST')),
    ownTable,
    roundOpened: onOpenRoll,
  })
  const stale = refuseOverwrite({ basedOn: { state: input.from ?? issue.state } }, issue, {
    state: input.state,
  })
  if (no ?? stale) return no ?? stale
  await updateIssue(tx, issue.id, { state: input.state, stateReason: reason.value || null })
  return null
}

const mergeIssues: MutationResolvers['mergeIssues'] = (_root, { intoId, issueIds }, context) =>
  changeIssue([intoId, ...issueIds], context, 'curateIssues', async (tx, into, who) => {
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
    await recordIssueAct(tx, who, 'ISSUES_MERGED', into)
    return null
  })

const unmergeIssue: MutationResolvers['unmergeIssue'] = (_root, { issueId }, context) =>
  changeIssue(issueId, context, 'curateIssues', async (tx, issue, who) => {
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
    await recordIssueAct(tx, who, 'ISSUE_UNMERGED', issue)
    return null
  })

const hideIssue: MutationResolvers['hideIssue'] = (_root, { issueId, reason }, context) =>
  changeIssue(issueId, context, 'curateIssues', (tx, issue, who) => hide(tx, issue, who, reason))

const hideIssues: MutationResolvers['hideIssues'] = (_root, { issueIds, reason }, context) =>
  changeIssues(issueIds, context, 'curateIssues', (tx, issue, who) => hide(tx, issue, who, reason))

async function hide(tx: Transaction, issue: IssueView, who: Who, given: string): Promise<Refusal | null> {
  const reason = readReason(given, { required: true })
  if (!reason.ok) return reason.refusal
  // Pressing twice changes nothing and is no second act.
  if (issue.hiddenAt !== null && issue.hiddenReason === reason.value) return null
  await updateIssue(tx, issue.id, { hiddenAt: issue.hiddenAt ?? new Date(), hiddenReason: reason.value })
  await followIssue(tx, issue.id)
  await recordIssueAct(tx, who, 'ISSUE_HIDDEN', issue, reason.value)
  return null
}

const showIssue: MutationResolvers['showIssue'] = (_root, { issueId }, context) =>
  changeIssue(issueId, context, 'curateIssues', show)

const showIssues: MutationResolvers['showIssues'] = (_root, { issueIds }, context) =>
  changeIssues(issueIds, context, 'curateIssues', show)

async function show(tx: Transaction, issue: IssueView, who: Who): Promise<Refusal | null> {
  if (issue.hiddenAt === null) return null
  await updateIssue(tx, issue.id, { hiddenAt: null, hiddenReason: null })
  await followIssue(tx, issue.id)
  await recordIssueAct(tx, who, 'ISSUE_SHOWN', issue)
  return null
}

export const issueCuration = {
  decideIssue,
  decideIssues,
  mergeIssues,
  unmergeIssue,
  hideIssue,
  hideIssues,
  showIssue,
  showIssues,
} satisfies MutationResolvers
