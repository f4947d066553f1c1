import 'server-only'
import { query } from '../../../../_apollo/server.ts'
import { type IssueSearch, PAGE_SIZE } from './issue-filter.ts'
import { IssueListDocument, type WallIssueFragment } from './issues.generated.ts'

export type Wall = { issues: WallIssueFragment[]; total: number; hasMore: boolean }

/** Fetches as much of the wall as the page shows, page by page, in the order in which the issues were written. */
export async function listIssues(slug: string, asked: IssueSearch, withOwnSetAside: boolean): Promise<Wall> {
  const { areaId, tableId, state, search, show } = asked
  const counted = { areaId, tableId, state, search }
  const filter = { ...counted, includeSetAside: withOwnSetAside }
  const wall: Wall = { issues: [], total: 0, hasMore: true }
  let after: string | null = null
  while (wall.hasMore && wall.issues.length < show) {
    const { workshop }: { workshop?: Page | null } = await query(IssueListDocument, {
      slug,
      first: PAGE_SIZE,
      after,
      filter,
      counted,
    })
    if (!workshop) break
    wall.issues.push(...workshop.issues.edges.map(({ node }) => node))
    wall.total = workshop.counted.totalCount
    wall.hasMore = workshop.issues.pageInfo.hasNextPage
    after = workshop.issues.pageInfo.endCursor ?? null
  }
  return wall
}

type Page = {
  issues: {
    pageInfo: { hasNextPage: boolean; endCursor?: string | null }
    edges: { node: WallIssueFragment }[]
  }
  counted: { totalCount: number }
}
