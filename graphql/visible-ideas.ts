import { type Action, can, type Viewer } from '#domain/permissions.ts'

type Written = { workshopId: string; authorSeatId: string | null; withdrawnAt: Date | string | null }

/** Whether a viewer sits in the seat from which something was written. */
export function wrote(viewer: Viewer, { authorSeatId }: Pick<Written, 'authorSeatId'>): boolean {
  return authorSeatId !== null && viewer?.seats.some(({ id }) => id === authorSeatId) === true
}

/** What was hidden or withdrawn is for its author and those who curate, by whatever way somebody comes to it. */
export function isIdeaVisible(idea: Written & { hiddenAt: Date | string | null }, viewer: Viewer): boolean {
  return (idea.hiddenAt === null && idea.withdrawnAt === null) || mayKnow(idea, viewer, 'curateIdeas')
}

/** The same of statements and reasons, which can be withdrawn and not hidden. */
export function isStatementVisible(statement: Written, viewer: Viewer): boolean {
  return statement.withdrawnAt === null || mayKnow(statement, viewer, 'curateStatements')
}

function mayKnow(written: Written, viewer: Viewer, curate: Action): boolean {
  return wrote(viewer, written) || can(viewer, curate, { workshopId: written.workshopId, published: false })
}
