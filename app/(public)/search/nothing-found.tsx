import { ButtonLink } from '../../_ui/button-link.tsx'
import { Empty } from '../../_ui/empty.tsx'
import { EVERYWHERE, isNarrowed, type Search, searchHref } from './search-filter.ts'

/** No results: because nothing was asked for yet, or because nobody wrote it. */
export function NothingFound({ search }: { search: Search }) {
  if (search.query === '') {
    return (
      <Empty title="What people wrote, in all workshops">
        <p>
          Type some words to find the issues, problem statements, ideas and comments that hold them, also
          issues that were not chosen.
        </p>
      </Empty>
    )
  }
  if (!isNarrowed(search)) {
    return (
      <Empty title={`Nothing says “${search.query}”`}>
        <p>Try fewer or other words. You find only what you may read.</p>
      </Empty>
    )
  }
  return (
    <Empty
      title={`Nothing says “${search.query}” there`}
      action={
        <ButtonLink variant="secondary" href={searchHref(search, EVERYWHERE)}>
          Look everywhere
        </ButtonLink>
      }
    >
      <p>Nothing that fits your choices says so. Look everywhere, or try other words.</p>
    </Empty>
  )
}
