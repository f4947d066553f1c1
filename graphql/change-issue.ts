import type { Transaction } from '#db/client.ts'
import { findIssue, type IssueView, listIssuesById, lockIssues } from '#db/queries/issues.ts'
import type { ViewerRow, ViewerSeat } from '#db/queries/sessions.ts'
import { listSteps } from '#db/queries/steps.ts'
import { can } from '#domain/permissions.ts'
import type { Refusal } from '#domain/refusal.ts'
import { NO_LONGER_SHOWN } from '#domain/removals.ts'
import { may } from '#domain/steps.ts'
import type { LoggedAct } from '#domain/workshop-log.ts'
import { allOrNone, MOST_AT_ONCE, notAllHere, refusalOfOne, type Stopped, tooMany } from './all-or-none.ts'
import { authorizeIn } from './authorize.ts'
import { isId } from './connections.ts'
import type { Context } from './context.ts'
import { denied } from './errors.ts'
import { forgetLoaded } from './loaders.ts'
import { recordAct } from './record-act.ts'
import { refused } from './types/base.ts'

/** Who changes an issue: whether it is their own, and whether they curate. */
export type Who = { viewer: ViewerRow; seat: ViewerSeat | null; own: boolean; curates: boolean }
/** One of the issues that are changed together, and who changes it. */
export type Chosen = { issue: IssueView; who: Who }

/**
 * The beats that every change of one issue has: find, authorize, lock, decide, save. Issues that are changed with the
 * first are locked with it, in one order, so that two changes never wait for each other in a circle.
 */
export async function changeIssue(
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
  return no ? refused(no) : issueSuccess(context, issueId)
}

/** Writes an act on an issue into the workshop's log. */
export function recordIssueAct(tx: Transaction, who: Who, act: LoggedAct, issue: IssueView) {
  return recordAct(tx, who, { workshopId: issue.workshopId, act, subjectId: issue.id })
}

/** What the rules ask about an issue and whoever changes it. */
export async function standing(
  tx: Transaction,
  issue: IssueView,
  who: Who,
  activity: 'GATHER' | 'SHORTLIST',
) {
  const activityOpen = may(activity, await listSteps(tx, issue.workshopId))
  return { ...standingOf(issue), own: who.own, facilitator: who.curates, activityOpen }
}

/** Whether an issue is off the wall. */
export function standingOf({ id, withdrawnAt, hiddenAt, mergedIntoId }: IssueView) {
  return { id, withdrawn: withdrawnAt !== null, hidden: hiddenAt !== null, merged: mergedIntoId !== null }
}

/** The issue as it stands now. */
export async function issueSuccess({ db, loaders }: Context, id: string) {
  forgetLoaded(loaders)
  const issue = await findIssue(db, id)
  if (issue === null) throw denied('NOT_FOUND')
  return { __typename: 'IssueSuccess' as const, issue }
}

/**
 * The same change of many issues of one workshop, in one transaction: all of them, or none with the refusal of the first
 * that cannot be changed, which names it. They are decided about and saved together, so that what the rules ask is loaded once.
 */
export async function changeIssues(
  issueIds: readonly string[],
  context: Context,
  action: 'decideIssues' | 'curateIssues',
  decideAndSave: (tx: Transaction, chosen: readonly Chosen[]) => Promise<Stopped<Chosen>>,
) {
  const { db, viewer, loaders } = context
  const ids = [...new Set(issueIds.map((id) => id.toLowerCase()))]
  const [first] = ids
  const found = first !== undefined && isId(first) ? await findIssue(db, first) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const allowed = authorizeIn(viewer, action, found.workshopId)
  if (ids.length > MOST_AT_ONCE) return refused(tooMany('issueIds'))
  const no = await allOrNone(db, async (tx, refuse) => {
    const locked = await lockIssues(tx, ids.filter(isId))
    const here = new Map(
      locked.filter((one) => one.workshopId === found.workshopId).map((one) => [one.id, one]),
    )
    const curates = can(viewer, 'curateIssues', { workshopId: found.workshopId, published: false })
    const chosen = ids.map((id): Chosen => {
      const issue = here.get(id)
      if (issue === undefined) return refuse(notAllHere('issues', 'issueIds'))
      const own = allowed.seat !== null && allowed.seat.id === issue.authorSeatId
      return { issue, who: { ...allowed, own, curates } }
    })
    const stopped = await decideAndSave(tx, chosen)
    if (stopped === null) return
    const { issue, who } = stopped.at
    // Words that were hidden or taken back are not told to whoever names their id.
    const shown = who.own || curates || (issue.hiddenAt === null && issue.withdrawnAt === null)
    refuse(refusalOfOne(stopped.refusal, shown ? issue.title : NO_LONGER_SHOWN.issue))
  })
  if (no) return refused(no)
  forgetLoaded(loaders)
  const changed = new Map((await listIssuesById(db, ids)).map((issue) => [issue.id, issue]))
  return { __typename: 'IssuesSuccess' as const, issues: ids.flatMap((id) => changed.get(id) ?? []) }
}
