import type { IssueState } from './issues.ts'
import { percent, plural } from './numbers.ts'

/** What became of an issue, where a write-up shows its post-it. */
export type IssueFigure = { dots: number | null; priority: number | null; shareBase: number }

const DECISIONS: Record<IssueState, string> = {
  RAISED: 'Neither put forward nor left, as far as is recorded',
  PUT_FORWARD: 'Put forward',
  NOT_CHOSEN: 'Not chosen by its table',
}

/** "14 votes", "Not chosen by its table": what stands on an issue, with the reason its table gave. No figure is not zero. */
export function issueInWords(
  issue: { state: IssueState; stateReason?: string | null },
  figure: IssueFigure | null,
): string {
  const decision = decisionInWords(issue.state, figure)
  return issue.stateReason ? `${decision}: ${issue.stateReason}` : decision
}

function decisionInWords(state: IssueState, figure: IssueFigure | null): string {
  if (figure === null) return DECISIONS[state]
  if (figure.dots === null) return 'On the ballot, without a figure'
  return figure.priority === null ? votesInWords(figure.dots) : `${votesInWords(figure.dots)}, taken forward`
}

/** "14 votes"; "no figure", which is not the same as none. */
export function votesInWords(dots: number | null): string {
  return dots === null ? 'no figure' : plural(dots, 'vote')
}

/** An option's place: "3rd, tied" reads worse than "3=", which everybody knows from lists. */
export function rankInWords({ rank, tied }: { rank?: number | null; tied: boolean }): string {
  if (rank == null) return ''
  return tied ? `${rank}=` : `${rank}`
}

/** A share of all votes: "14%"; nothing without a figure. */
export function shareInWords(dots: number | null, base: number): string {
  return dots === null ? '' : (percent(dots, base) ?? '')
}

/** How a round was voted: "Each person had four dots, at most one on each issue. Four priorities were to be chosen." */
export function roundInWords({
  dotsPerVoter,
  prioritiesToSelect,
}: {
  dotsPerVoter: number
  prioritiesToSelect: number
}): string {
  const dots = plural(dotsPerVoter, 'vote')
  const chosen = plural(prioritiesToSelect, 'issue was', 'issues were')
  return `Each person had ${dots}, at most one on the same issue. ${chosen} to be chosen.`
}

/** What the codes on post-its stand for: "E1 is Evidence, table 1; C1 is Culture". */
export function tableKeyInWords(
  tables: readonly { code: string; name?: string | null; areaName?: string | null }[],
): string {
  return tables
    .map(({ code, name, areaName }) => {
      const meant = name ?? areaName
      return meant ? `${code} is ${meant}` : code
    })
    .join('; ')
}
