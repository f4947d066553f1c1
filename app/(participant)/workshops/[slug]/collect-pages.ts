export type Collected<Node> = { nodes: Node[]; total: number; hasMore: boolean }

type Page<Node> = {
  edges: readonly { node: Node }[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
  totalCount: number
}

/** Reads page after page, until as much is there as is to be shown. */
export async function collectPages<Node>(
  show: number,
  readPage: (after: string | null) => Promise<Page<Node> | null | undefined>,
): Promise<Collected<Node>> {
  const found: Collected<Node> = { nodes: [], total: 0, hasMore: true }
  let after: string | null = null
  while (found.hasMore && found.nodes.length < show) {
    const page = await readPage(after)
    if (!page) break
    found.nodes.push(...page.edges.map(({ node }) => node))
    found.total = page.totalCount
    found.hasMore = page.pageInfo.hasNextPage
    after = page.pageInfo.endCursor ?? null
  }
  return found
}
