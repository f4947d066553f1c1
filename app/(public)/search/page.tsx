import type { Metadata } from 'next'
import { Notice } from '../../_ui/notice.tsx'
import { PageHeading } from '../../_ui/page-heading.tsx'
import { find, findAreas, findPlaces } from './find.ts'
import { Found } from './found.tsx'
import { NothingFound } from './nothing-found.tsx'
import { readSearch } from './search-filter.ts'
import { SearchForm } from './search-form.tsx'
import { correctionInWords } from './search-words.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** "Search: receive". */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { query } = readSearch(await searchParams)
  return { title: query ? `Search: ${query}` : 'Search' }
}

/** Finds words in all that the viewer may read, in every workshop. */
export default async function SearchPage({ searchParams }: Props) {
  const asked = readSearch(await searchParams)
  const workshops = await findPlaces()
  const areas = await findAreas(asked, workshops)
  // An area of somewhere else was left over when another place was chosen.
  const search = { ...asked, areaId: areas.find(({ id }) => id === asked.areaId)?.id ?? null }
  const found = await find(search)
  return (
    <>
      <PageHeading title="Search" />
      <SearchForm search={search} workshops={workshops} areas={areas} />
      {found.corrections.length > 0 ? (
        <Notice className="mb-4 max-w-prose">
          {found.corrections.map((correction) => (
            <p key={correction.typed}>{correctionInWords(correction)}</p>
          ))}
        </Notice>
      ) : null}
      {found.hits.length > 0 ? <Found search={search} found={found} /> : <NothingFound search={search} />}
    </>
  )
}
