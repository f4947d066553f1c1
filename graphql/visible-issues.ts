import type { IssueView } from '#db/queries/issues.ts'
import { can, type Viewer } from '#domain/permissions.ts'

/** Whether a viewer sits in the seat from which an issue was written. */
export function isAuthor(issue: IssueView, viewer: Viewer): boolean {
  return issue.authorSeatId !== null && viewer?.seats.some((seat) => seat.id === issue.authorSeatId) === true
}

/** What was hidden or withdrawn is for its author and those who curate, by whatever way somebody comes to it. */
export function isVisible(issue: IssueView, viewer: Viewer): boolean {
  if (issue.hiddenAt === null && issue.withdrawnAt === null) return true
  return (
    isAuthor(issue, viewer) || can(viewer, 'curateIssues', { workshopId: issue.workshopId, published: false })
  )
}
