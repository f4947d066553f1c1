import 'server-only'
import { query } from '../../_apollo/server.ts'
import {
  SearchAreasDocument,
  SearchPageDocument,
  type SearchPageQuery,
  SearchPlacesDocument,
} from './search.generated.ts'
import { filterOf, type Search } from './search-filter.ts'

const NOTHING: SearchPageQuery['search'] = { hits: [], hasMore: false, corrections: [] }

/** What a search finds; nothing, as long as there are no words to find. */
export async function find(search: Search): Promise<SearchPageQuery['search']> {
  if (search.query === '') return NOTHING
  const asked = { query: search.query, filter: filterOf(search), first: search.show }
  const { search: found } = await query(SearchPageDocument, asked)
  return found
}

/** The workshops in which the viewer may look: their own, then the published ones. */
export async function findPlaces() {
  const { viewer, publishedWorkshops } = await query(SearchPlacesDocument, {})
  const own = viewer?.seats.edges.map(({ node }) => node.workshop) ?? []
  const workshops = [...own, ...publishedWorkshops.edges.map(({ node }) => node)]
  return [...new Map(workshops.map((workshop) => [workshop.id, workshop])).values()]
}

/** The challenge areas of the project or workshop that was chosen; none as long as all are searched. */
export async function findAreas({ place }: Search, workshops: Awaited<ReturnType<typeof findPlaces>>) {
  const chosen = workshops.find(({ id, project }) =>
    [`workshop:${id}`, `project:${project.id}`].includes(place),
  )
  if (!chosen) return []
  const { workshop } = await query(SearchAreasDocument, { slug: chosen.slug })
  return workshop?.areas ?? []
}
