/** One page of a connection, as far as it takes to read the next. */
export type Page<Row> = {
  edges: readonly { node: Row }[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}

/** Reads a connection to its end, page by page. Nothing in place of a page ends it: what is not there any more has none. */
export async function* pagesOf<Row>(
  read: (after: string | null) => Promise<Page<Row> | null | undefined>,
): AsyncGenerator<Row[], void, undefined> {
  let after: string | null = null
  for (;;) {
    const page: Page<Row> | null | undefined = await read(after)
    if (!page) return
    yield page.edges.map(({ node }) => node)
    if (!page.pageInfo.hasNextPage) return
    after = page.pageInfo.endCursor ?? null
  }
}
