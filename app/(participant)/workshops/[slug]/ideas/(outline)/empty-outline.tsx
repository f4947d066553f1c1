import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import { NothingFits } from '../../nothing-fits.tsx'

type Props = { slug: string; filtered: boolean }

/** No statement to write ideas for yet, or no idea that fits the filter. */
export function EmptyOutline({ slug, filtered }: Props) {
  if (filtered) return <NothingFits slug={slug} noun="idea" />
  return (
    <Empty
      title="No problem statements yet"
      action={
        <ButtonLink variant="secondary" href={`/workshops/${slug}/priorities`}>
          Go to the priorities
        </ButtonLink>
      }
    >
      <p>
        Ideas answer problem statements. When the priorities are reworded as statements, the tables write
        their ideas here.
      </p>
    </Empty>
  )
}
