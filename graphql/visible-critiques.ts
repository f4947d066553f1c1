import type { CritiqueView } from '#db/queries/critiques.ts'
import { withoutEmptyStubs } from '#domain/critiques.ts'
import { can, type Viewer } from '#domain/permissions.ts'
import { stands } from '#domain/removals.ts'
import { shownName } from './author-names.ts'
import { wrote } from './visible-ideas.ts'

/** Comments as a viewer may see them. Those on an idea that is hidden from the viewer go with it. */
export function visibleCritiques(critiques: readonly CritiqueView[], viewer: Viewer): CritiqueView[] {
  return withoutEmptyStubs(
    critiques.filter((critique) => seesIdea(critique, viewer)),
    (critique) => readsWords(critique, viewer),
  )
}

/** Whether the idea that a comment is on may be known to the viewer at all. */
export function seesIdea(critique: CritiqueView, viewer: Viewer): boolean {
  if (!critique.ideaSetAside || wrote(viewer, { authorSeatId: critique.ideaAuthorSeatId })) return true
  return can(viewer, 'curateIdeas', insideOf(critique))
}

/** Nobody reads what was withdrawn; what was hidden is for its author and for those who moderate. */
export function readsWords(critique: CritiqueView, viewer: Viewer): boolean {
  if (critique.withdrawnAt !== null) return false
  return critique.hiddenAt === null || wrote(viewer, critique) || can(viewer, 'moderate', insideOf(critique))
}

/** The name that stands on a comment for a viewer: none on a stub, none where an organiser took it off. */
export function nameOnCritique(critique: CritiqueView, viewer: Viewer): string | null {
  return critique.nameHiddenAt === null && readsWords(critique, viewer) ? shownName(critique, viewer) : null
}

/** Whether a comment can be taken up elsewhere: it stands, on an idea that stands. */
export function isOffered(critique: CritiqueView): boolean {
  return stands(critique) && !critique.ideaSetAside
}

/** Nobody comments on an idea that has left the wall. Threads of one that was merged go on where it went. */
export function isOffTheWall(critique: CritiqueView): boolean {
  return critique.ideaSetAside || critique.shownOnSetAside
}

/** What rights of the people of a workshop are asked about: being published grants none of them. */
export function insideOf({ workshopId }: { workshopId: string }) {
  return { workshopId, published: false }
}
