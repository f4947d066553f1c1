import { plural } from '#domain/numbers.ts'
import { ButtonLink } from '../../_ui/button-link.tsx'
import { HitItem } from './hit-item.tsx'
import type { SearchPageQuery } from './search.generated.ts'
import { MOST_SHOWN, PAGE_SIZE, type Search, searchHref } from './search-filter.ts'
import { wordsOf } from './search-words.ts'

type Props = { search: Search; found: SearchPageQuery['search'] }

/** What was found, the best match first, and the way to more. */
export function Found({ search, found: { hits, hasMore, corrections } }: Props) {
  const words = wordsOf([search.query, ...corrections.flatMap(({ meant }) => meant)].join(' '))
  const matches = plural(hits.length, 'match', 'matches')
  const mayGrow = hits.length < MOST_SHOWN
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="tally">
        {hasMore ? `The first ${matches}` : matches}
      </h2>
      <ul className="divide-y divide-line">
        {hits.map((hit) => (
          <HitItem key={hit.id} hit={hit} words={words} />
        ))}
      </ul>
      {hasMore && mayGrow ? (
        <ButtonLink
          variant="secondary"
          scroll={false}
          href={searchHref(search, { show: search.show + PAGE_SIZE })}
        >
          Show more matches
        </ButtonLink>
      ) : null}
      {hasMore && !mayGrow ? <p>There are more. Add a word, or choose what and where to look.</p> : null}
    </section>
  )
}
