import type { Transaction } from '#db/client.ts'
import {
  findVoteStanding,
  listIssuesById,
  listOnOpenRoll,
  mergeInto,
  updateIssue,
  updateIssues,
} from '#db/queries/issues.ts'
import { followIssues, moveDotsOfMerged } from '#db/queries/rounds.ts'
import { listSteps } from '#db/queries/steps.ts'
import type { IssueRow } from '#db/schema/issues.ts'
import { refuseMerge, refuseShortlist, refuseUnmerge } from '#domain/issues.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { may } from '#domain/steps.ts'
import { readReason } from '#domain/text.ts'
import type { Stopped } from '#graphql/all-or-none.ts'
import { type Chosen, changeIssue, changeIssues, recordIssueAct, standingOf } from '#graphql/change-issue.ts'
import { isId } from '#graphql/connections.ts'
import type { DecideIssueInput, MutationResolvers } from '#graphql/generated/resolvers.ts'
import { actorName, recordActs } from '#graphql/record-act.ts'

const decideIssue: MutationResolvers['decideIssue'] = (_root, { input }, context) =>
  changeIssue(input.issueId, context, 'decideIssues', async (tx, issue, who) => {
    const stopped = await decide(tx, [{ issue, who }], new Map([[issue.id, input]]))
    return stopped?.refusal ?? null
  })

const decideIssues: MutationResolvers['decideIssues'] = (_root, { decisions }, context) => {
  const byId = new Map(decisions.map((input) => [input.issueId.toLowerCase(), input]))
  return changeIssues([...byId.keys()], context, 'decideIssues', (tx, chosen) => decide(tx, chosen, byId))
}

/** Decides about issues of one workshop that are locked. */
async function decide(
  tx: Transaction,
  chosen: readonly Chosen[],
  inputs: ReadonlyMap<string, DecideIssueInput>,
): Promise<Stopped<Chosen>> {
  const ids = chosen.map(({ issue }) => issue.id)
  const onOpenRoll = new Set(await listOnOpenRoll(tx, ids))
  const activityOpen = may('SHORTLIST', await listSteps(tx, chosen[0]?.issue.workshopId ?? ''))
  const alike = new Map<string, { change: Partial<IssueRow>; ids: string[] }>()
  for (const at of chosen) {
    const { issue } = at
    const input = inputs.get(issue.id)
    if (input === undefined) continue
    const reason = readReason(input.reason, { required: false })
    if (!reason.ok) return { at, refusal: reason.refusal }
    const no = refuseDecision(at, input, { activityOpen, roundOpened: onOpenRoll.has(issue.id) })
    if (no) return { at, refusal: no }
    const change = { state: input.state, stateReason: reason.value || null }
    const same = alike.get(JSON.stringify(change)) ?? { change, ids: [] }
    alike.set(JSON.stringify(change), { change, ids: [...same.ids, issue.id] })
  }
  for (const { change, ids: decided } of alike.values()) await updateIssues(tx, decided, change)
  return null
}

function refuseDecision(
  { issue, who }: Chosen,
  { state, from }: DecideIssueInput,
  now: { activityOpen: boolean; roundOpened: boolean },
): Refusal | null {
  const ownTable = who.seat?.tableId != null && issue.tableIds.includes(who.seat.tableId)
  const no = refuseShortlist({ ...standingOf(issue), ...now, facilitator: who.curates, ownTable })
  return no ?? refuseOverwrite({ basedOn: { state: from ?? issue.state } }, issue, { state })
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
  changeIssue(issueId, context, 'curateIssues', async (tx, issue, who) => {
    const stopped = await hide(tx, [{ issue, who }], reason)
    return stopped?.refusal ?? null
  })

const hideIssues: MutationResolvers['hideIssues'] = (_root, { issueIds, reason }, context) =>
  changeIssues(issueIds, context, 'curateIssues', (tx, chosen) => hide(tx, chosen, reason))

async function hide(tx: Transaction, chosen: readonly Chosen[], given: string): Promise<Stopped<Chosen>> {
  const [at] = chosen
  if (at === undefined) return null
  const read = readReason(given, { required: true })
  if (!read.ok) return { at, refusal: read.refusal }
  const reason = read.value
  const idsOf = (those: readonly Chosen[]) => those.map(({ issue }) => issue.id)
  const shown = chosen.filter(({ issue }) => issue.hiddenAt === null)
  // Pressing twice changes nothing and is no second act.
  const otherwise = chosen.filter(({ issue }) => issue.hiddenAt !== null && issue.hiddenReason !== reason)
  const changed = idsOf([...shown, ...otherwise])
  await updateIssues(tx, idsOf(shown), { hiddenAt: new Date(), hiddenReason: reason })
  await updateIssues(tx, idsOf(otherwise), { hiddenReason: reason })
  await followIssues(tx, changed)
  await recordActs(tx, at.who, { workshopId: at.issue.workshopId, act: 'ISSUE_HIDDEN', reason }, changed)
  return null
}

const showIssue: MutationResolvers['showIssue'] = (_root, { issueId }, context) =>
  changeIssue(issueId, context, 'curateIssues', async (tx, issue, who) => {
    await show(tx, [{ issue, who }])
    return null
  })

const showIssues: MutationResolvers['showIssues'] = (_root, { issueIds }, context) =>
  changeIssues(issueIds, context, 'curateIssues', show)

async function show(tx: Transaction, chosen: readonly Chosen[]): Promise<null> {
  const hidden = chosen.filter(({ issue }) => issue.hiddenAt !== null)
  const [first] = hidden
  if (first === undefined) return null
  const ids = hidden.map(({ issue }) => issue.id)
  await updateIssues(tx, ids, { hiddenAt: null, hiddenReason: null })
  await followIssues(tx, ids)
  await recordActs(tx, first.who, { workshopId: first.issue.workshopId, act: 'ISSUE_SHOWN' }, ids)
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
