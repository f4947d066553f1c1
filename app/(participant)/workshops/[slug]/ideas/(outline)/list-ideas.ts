import 'server-only'
import { query } from '../../../../../_apollo/server.ts'
import { type Collected, collectPages } from '../../collect-pages.ts'
import type { WallIdeaFragment } from '../ideas.generated.ts'
import { type IdeaSearch, PAGE_SIZE } from './idea-filter.ts'
import { IdeaListDocument } from './outline.generated.ts'

/** Fetches as many ideas as the page shows, page by page, in the order that was asked for. */
export function listIdeas(slug: string, asked: IdeaSearch): Promise<Collected<WallIdeaFragment>> {
  const { statementId, horizon, tableId, read, status, search, order, show } = asked
  const readByOthers = read === null ? null : read === 'yes'
  const filter = { statementId, horizon, tableId, status, readByOthers, search }
  return collectPages(show, async (after) => {
    const { workshop } = await query(IdeaListDocument, { slug, first: PAGE_SIZE, after, filter, order })
    return workshop?.ideas
  })
}
