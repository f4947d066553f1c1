import 'server-only'
import { query } from '../../../../../_apollo/server.ts'
import type { WallIdeaFragment } from '../ideas.generated.ts'
import { type IdeaSearch, PAGE_SIZE } from './idea-filter.ts'
import { IdeaListDocument, type IdeaListQuery } from './outline.generated.ts'

export type FoundIdeas = { ideas: WallIdeaFragment[]; total: number; hasMore: boolean }

/** Fetches as many ideas as the page shows, page by page, in the order that was asked for. */
export async function listIdeas(slug: string, asked: IdeaSearch): Promise<FoundIdeas> {
  const { statementId, horizon, tableId, read, status, search, order, show } = asked
  const readByOthers = read === null ? null : read === 'yes'
  const filter = { statementId, horizon, tableId, status, readByOthers, search }
  const found: FoundIdeas = { ideas: [], total: 0, hasMore: true }
  let after: string | null = null
  while (found.hasMore && found.ideas.length < show) {
    const { workshop }: IdeaListQuery = await query(IdeaListDocument, {
      slug,
      first: PAGE_SIZE,
      after,
      filter,
      order,
    })
    if (!workshop) break
    found.ideas.push(...workshop.ideas.edges.map(({ node }) => node))
    found.total = workshop.ideas.totalCount
    found.hasMore = workshop.ideas.pageInfo.hasNextPage
    after = workshop.ideas.pageInfo.endCursor ?? null
  }
  return found
}
