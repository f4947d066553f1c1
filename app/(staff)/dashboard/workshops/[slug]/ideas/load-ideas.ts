import 'server-only'
import { IDEA_STATUSES } from '#domain/ideas.ts'
import { query } from '../../../../../_apollo/server.ts'
import { takeRows } from '../../../all-pages.ts'
import type { CuratedIdea, DeskWorkshop } from './curated-ideas.ts'
import { IdeasDeskDocument } from './ideas-desk.generated.ts'

// A merge may join any two of them, so all are on the desk.
const MOST = 2000

/** The workshop with all its ideas, those set aside included; null where there is no workshop. */
export async function loadIdeas(
  slug: string,
): Promise<{ workshop: DeskWorkshop; ideas: CuratedIdea[] } | null> {
  let workshop: DeskWorkshop | null = null
  const ideas: CuratedIdea[] = []
  for (const status of IDEA_STATUSES) {
    const { rows } = await takeRows(MOST, async (first, after) => {
      const page = await query(IdeasDeskDocument, { slug, first, after, filter: { status } })
      workshop = page.workshop
      return page.workshop?.ideas ?? NOTHING
    })
    ideas.push(...rows)
  }
  return workshop === null ? null : { workshop, ideas }
}

const NOTHING = { edges: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } }
