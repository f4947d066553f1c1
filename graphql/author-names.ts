import type { NamesShown } from '#domain/critiques.ts'
import { can, type Viewer } from '#domain/permissions.ts'

/**
 * The author's name as somebody may see it: people of the workshop alone, and only where it shows names. Facilitators
 * and administrators are no exception.
 */
export function shownName(
  written: { workshopId: string; authorName: string | null; namesShown: NamesShown },
  viewer: Viewer,
): string | null {
  const readsPeople = can(viewer, 'readPeople', { workshopId: written.workshopId, published: false })
  return readsPeople && written.namesShown === 'NAMES' ? written.authorName : null
}
