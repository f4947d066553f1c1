import 'server-only'

type Page<Node> = {
  edges: readonly { node: Node }[]
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

// The contract gives at most 100 rows at once.
const PAGE = 100

/** The first rows of a long list, page after page, until there are as many as asked for. */
export async function takeRows<Node>(
  count: number,
  fetchPage: (first: number, after: string | null) => Promise<Page<Node>>,
): Promise<{ rows: Node[]; total: number }> {
  const rows: Node[] = []
  for (let after: string | null = null; ; ) {
    const page: Page<Node> = await fetchPage(Math.min(PAGE, count - rows.length), after)
    rows.push(...page.edges.map(({ node }) => node))
    after = page.pageInfo.endCursor
    if (rows.length >= count || !page.pageInfo.hasNextPage) return { rows, total: page.totalCount }
  }
}
