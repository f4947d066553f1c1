import { PARTNER } from './dataset/build.ts'
import { type Contender, everyConnection, type Shot, type Volley } from './operations.ts'

/** How partners copy what is published: all workshops, and the issues of each, in pages of 50. */

const COLUMNS = 'slug title venue startsOn endsOn participantCount issueCount dotCount'
const ISSUE = 'title state tableCodes createdAt updatedAt'
const PAGE = 'pageInfo { hasNextPage endCursor }'

const QUERIES = {
  product: {
    workshops: `query Workshops($after: String) {
      workshops: publishedWorkshops(first: 50, after: $after) { edges { node { id ${COLUMNS} } } ${PAGE} } }`,
    issues: `query Issues($slug: String!, $after: String) { workshop(slug: $slug) {
      issues(first: 50, after: $after) { edges { node { id ${ISSUE} area { name } } } ${PAGE} } } }`,
  },
  postgraphile: {
    workshops: `query Workshops($after: Cursor) {
      workshops: allPublisheds(first: 50, after: $after, orderBy: [STARTS_ON_DESC, ROW_ID_DESC]) {
        edges { node { id: rowId ${COLUMNS} } } ${PAGE} } }`,
    issues: `query Issues($slug: String!, $after: Cursor) { workshop: publishedBySlug(slug: $slug) {
      issues(first: 50, after: $after, orderBy: [ROW_ID_ASC]) {
        edges { node { id: rowId ${ISSUE} areaName } } ${PAGE} } } }`,
  },
}

/** Where a page begins: among all workshops, or among the issues of one. */
type Place = { slug: string | null; after: string | null }

type Page = {
  edges: { node: { slug: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/**
 * Copies everything from a contender once, following its cursors, and returns the pages as requests: each connection asks
 * for all of them, beginning at another.
 */
export async function crawlVolley(contender: Contender, url: string): Promise<Volley> {
  const shots: Shot[] = []
  const read = async (place: Place): Promise<Page> => {
    const shot = shotFor(contender, place)
    shots.push(shot)
    const { method, headers, body } = shot
    const response = await fetch(url + shot.path, { method, headers, ...(body !== undefined && { body }) })
    const text = await response.text()
    if (!response.ok || text.includes('"errors"'))
      throw new Error(`${contender} answered ${response.status}: ${text}`)
    const { data } = JSON.parse(text) as { data: { workshops: Page; workshop: { issues: Page } } }
    return place.slug === null ? data.workshops : data.workshop.issues
  }
  const readAll = async (slug: string | null): Promise<string[]> => {
    const slugs: string[] = []
    let after: string | null = null
    do {
      const { edges, pageInfo }: Page = await read({ slug, after })
      slugs.push(...edges.map(({ node }) => node.slug))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    return slugs
  }
  for (const slug of await readAll(null)) await readAll(slug)
  return everyConnection((connection) => {
    const at = (connection * 23) % shots.length
    return [...shots.slice(at), ...shots.slice(0, at)]
  })
}

function shotFor(contender: Contender, { slug, after }: Place): Shot {
  const authorization = `Bearer qlab_${PARTNER.prefix}_${PARTNER.secret}`
  if (contender === 'floor') {
    const path = `/published/${slug ?? ''}/${encodeURIComponent(after ?? '')}`
    return { method: 'GET', path, headers: { authorization } }
  }
  const queries = QUERIES[contender]
  const asked =
    slug === null
      ? { query: queries.workshops, variables: { after } }
      : { query: queries.issues, variables: { slug, after } }
  const headers = { authorization, 'content-type': 'application/json', accept: 'application/json' }
  const path = contender === 'product' ? '/api/graphql' : '/graphql'
  return { method: 'POST', path, headers, body: JSON.stringify(asked) }
}
