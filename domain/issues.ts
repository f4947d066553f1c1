import { inFigures, plural } from './numbers.ts'
import { type Refusal, refusal } from './refusal.ts'
import { stepNotOpen } from './steps.ts'

/** What its table decided about an issue. */
export const ISSUE_STATES = ['RAISED', 'PUT_FORWARD', 'NOT_CHOSEN'] as const
export type IssueState = (typeof ISSUE_STATES)[number]

/** "Not chosen by table" is how the 2017 document marks the issues that stayed behind. */
export const ISSUE_STATE_LABELS: Record<IssueState, string> = {
  RAISED: 'Raised',
  PUT_FORWARD: 'Put forward',
  NOT_CHOSEN: 'Not chosen by its table',
}

type Standing = {
  /** Taken off the wall; its words are kept. */
  withdrawn: boolean
  /** Part of another issue now; its own words are kept. */
  merged: boolean
}

export type MergeableIssue = Standing & { id: string; hidden: boolean }

/**
 * I may change my own issue while issues are being written; a facilitator may change any at any time. From the first
 * vote the words stand as people voted on them.
 */
export function refuseIssueEdit(
  issue: Standing & { own: boolean; activityOpen: boolean; facilitator: boolean; firstVoteCast?: boolean },
): Refusal | null {
  if (!issue.own && !issue.facilitator) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'Only the person who wrote this issue, or a facilitator, can change it.',
    )
  }
  const gone = refuseGone(issue)
  if (gone) return gone
  if (issue.firstVoteCast) {
    return refusal(
      'ROUND_FROZEN',
      'People have voted on these words, so they are fixed. Write a new issue instead.',
    )
  }
  return issue.facilitator || issue.activityOpen ? null : stepNotOpen('GATHER')
}

/**
 * Each table chooses among its own issues while putting forward is open; a facilitator may choose for any table. Once
 * voting has opened the ballot is fixed.
 */
export function refuseShortlist(
  issue: Standing & { ownTable: boolean; activityOpen: boolean; facilitator: boolean; roundOpened?: boolean },
): Refusal | null {
  if (!issue.ownTable && !issue.facilitator) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'Only the table that wrote this issue, or a facilitator, can put it forward.',
    )
  }
  const gone = refuseGone(issue)
  if (gone) return gone
  if (issue.roundOpened) {
    return refusal(
      'ROUND_FROZEN',
      'The ballot was fixed when voting opened. Put this issue forward for the next round.',
    )
  }
  return issue.facilitator || issue.activityOpen ? null : stepNotOpen('SHORTLIST')
}

/**
 * A facilitator may merge issues that say the same into one, until voting opens. Every original is kept, and so is who
 * merged it.
 */
export function refuseMerge(
  into: MergeableIssue,
  others: readonly MergeableIssue[],
  roundOpened: boolean,
): Refusal | null {
  if (roundOpened) {
    return refusal(
      'ROUND_FROZEN',
      'Voting has opened, so issues can no longer be merged. Merge them for the next round.',
    )
  }
  if (others.length === 0)
    return refusal('BAD_USER_INPUT', 'Choose at least one issue to merge into this one.', 'issueIds')
  const ids = new Set([into.id, ...others.map(({ id }) => id)])
  if (ids.size <= others.length) {
    return refusal(
      'BAD_USER_INPUT',
      'An issue can be merged once, and not into itself. Choose each issue once.',
      'issueIds',
    )
  }
  const gone = refuseGone(into)
  if (gone) return gone
  if ([into, ...others].some(({ hidden }) => hidden)) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'One of these issues is hidden. Show it again before you merge it.',
      'issueIds',
    )
  }
  const lost = others.filter((issue) => issue.withdrawn || issue.merged).length
  if (lost === 0) return null
  const have = plural(lost, 'of these issues has', 'of these issues have')
  return refusal(
    'STALE_STATE',
    `${have} been withdrawn or merged since you looked. Reload the page and choose again.`,
  )
}

/** A merge can be undone until voting opens: each issue stands on its own again. */
export function refuseUnmerge(issue: { merged: boolean; roundOpened: boolean }): Refusal | null {
  if (!issue.merged) return refusal('STALE_STATE', 'This issue already stands on its own.')
  if (!issue.roundOpened) return null
  return refusal(
    'ROUND_FROZEN',
    'Voting has opened, so this merge can no longer be undone. Undo it for the next round.',
  )
}

function refuseGone(issue: Standing): Refusal | null {
  if (issue.merged) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'This issue has been merged into another. Go to that issue, or undo the merge first.',
    )
  }
  if (issue.withdrawn) {
    return refusal('NOT_ALLOWED_NOW', 'This issue has been withdrawn. Bring it back before you change it.')
  }
  return null
}

/** What was written beside the issues on the wall: "12 post-its: 2 merged, 1 hidden"; empty where all are on the wall. */
export function postItsInWords(postIts: {
  written: number
  merged: number
  hidden: number
  withdrawn: number
}): string {
  const { written, merged, hidden, withdrawn } = postIts
  const off = Object.entries({ merged, hidden, withdrawn }).filter(([, count]) => count > 0)
  if (off.length === 0) return ''
  return `${plural(written, 'post-it')}: ${off.map(([name, count]) => `${inFigures(count)} ${name}`).join(', ')}`
}

/** Which issues on the wall a ballot leaves out, before it is fixed; null where it holds them all. */
export function leftOffBallot({ raised, notChosen }: { raised: number; notChosen: number }): string | null {
  const left = raised + notChosen
  if (left === 0) return null
  const parts = [
    notChosen > 0 ? `${inFigures(notChosen)} not chosen` : '',
    raised > 0 ? `${inFigures(raised)} that nobody has decided on` : '',
  ].filter((part) => part !== '')
  const are = left === 1 ? 'issue on the wall is' : 'issues on the wall are'
  return `${inFigures(left)} ${are} not on the ballot: ${parts.join(' and ')}.`
}
