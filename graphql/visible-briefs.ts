import type { BriefCommentView } from '#db/queries/brief-comments.ts'
import type { BriefView } from '#db/queries/briefs.ts'
import type { CritiqueView } from '#db/queries/critiques.ts'
import type { IdeaView } from '#db/queries/ideas.ts'
import type { StatementView } from '#db/queries/statements.ts'
import type { WatchForRow } from '#db/schema/briefs.ts'
import { type BriefStanding, readsBrief } from '#domain/briefs.ts'
import { can, type Viewer } from '#domain/permissions.ts'
import { shownName } from './author-names.ts'
import type { Context } from './context.ts'
import { readsWords, seesIdea } from './visible-critiques.ts'
import { isIdeaVisible, isStatementVisible } from './visible-ideas.ts'

/** What the right to read a brief depends on. */
export function standingOf({ publishedAt, workshopIds, openIn, contributorIds }: BriefView): BriefStanding {
  return { published: publishedAt !== null, workshopIds, openIn, contributorIds }
}

/** Whether a viewer may know of a brief at all. */
export function isBriefVisible(brief: BriefView, viewer: Viewer): boolean {
  return readsBrief(viewer, standingOf(brief))
}

/** A brief does not open the workshops that it comes from: of their words a viewer reads what they read there. */
export function readsIdea(idea: IdeaView, viewer: Viewer): boolean {
  return can(viewer, 'readWorkshop', idea) && isIdeaVisible(idea, viewer)
}

/** The same of statements. */
export function readsStatement(statement: StatementView, viewer: Viewer): boolean {
  return can(viewer, 'readWorkshop', statement) && isStatementVisible(statement, viewer)
}

/** The same of comments: whether their words are for the viewer to read. */
export function readsCritique(critique: CritiqueView, viewer: Viewer): boolean {
  return can(viewer, 'readWorkshop', critique) && seesIdea(critique, viewer) && readsWords(critique, viewer)
}

/** A line of what to watch for as a viewer reads it: without words of its own it goes where the comment goes. */
export type WatchForView = WatchForRow & { text: string; critique: CritiqueView | null }

/** Lines of what to watch for, as far as the viewer may read them. */
export async function readableWatchFors(
  lines: readonly WatchForRow[],
  { viewer, loaders }: Context,
): Promise<WatchForView[]> {
  const critiques = await loaders.critiqueById.loadMany(lines.map(({ critiqueId }) => critiqueId))
  return lines.flatMap((line, at) => {
    const found = critiques[at]
    if (found instanceof Error) throw found
    const critique = found && readsCritique(found, viewer) ? found : null
    const text = line.text ?? critique?.text ?? null
    return text === null ? [] : [{ ...line, text, critique }]
  })
}

/** A hidden comment is for its author and for staff. */
export function readsBriefComment({ hiddenAt, authorId }: BriefCommentView, viewer: Viewer): boolean {
  return hiddenAt === null || authorId === viewer?.personId || can(viewer, 'readProjects')
}

/** The name below a comment: from a seat as its workshop shows names, of staff to all readers, of guests to staff alone. */
export function nameOnBriefComment(comment: BriefCommentView, viewer: Viewer): string | null {
  const { workshopId, namesShown, seatName, personName, platformRole } = comment
  if (comment.authorSeatId !== null) {
    if (workshopId === null || namesShown === null) return null
    return shownName({ workshopId, namesShown, authorName: seatName }, viewer)
  }
  return platformRole !== null || can(viewer, 'readProjects') ? personName : null
}
