import { ButtonLink } from '../../../_ui/button-link.tsx'
import { Empty } from '../../../_ui/empty.tsx'

/** A wall on which nothing fits the filter. */
export function NothingFits({ slug, noun }: { slug: string; noun: 'issue' | 'idea' }) {
  return (
    <Empty
      title={`No ${noun} fits`}
      action={
        <ButtonLink variant="secondary" href={`/workshops/${slug}/${noun}s`}>
          {`Show all ${noun}s`}
        </ButtonLink>
      }
    >
      <p>{`No ${noun} matches what you chose. Change the filter, or show all ${noun}s.`}</p>
    </Empty>
  )
}
