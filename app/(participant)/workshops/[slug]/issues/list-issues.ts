import 'server-only'
import { query } from '../../../../_apollo/server.ts'
import { type Collected, collectPages } from '../collect-pages.ts'
import { type IssueSearch, PAGE_SIZE } from './issue-filter.ts'
import { IssueListDocument, type WallIssueFragment } from './issues.generated.ts'

/** Fetches as much of the wall as the page shows, page by page, in the order in which the issues were written. */
export function listIssues(
  slug: string,
  asked: IssueSearch,
  withOwnSetAside: boolean,
): Promise<Collected<WallIssueFragment>> {
  const { areaId, tableId, state, search, show } = asked
  const counted = { areaId, tableId, state, search }
  const filter = { ...counted, includeSetAside: withOwnSetAside }
  return collectPages(show, async (after) => {
    const { workshop } = await query(IssueListDocument, { slug, first: PAGE_SIZE, after, filter, counted })
    return workshop && { ...workshop.issues, totalCount: workshop.counted.totalCount }
  })
}
