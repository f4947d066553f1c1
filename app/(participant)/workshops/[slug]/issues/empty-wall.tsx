import { Empty } from '../../../../_ui/empty.tsx'
import { NothingFits } from '../nothing-fits.tsx'

/** An empty wall: nothing written yet, or nothing that fits the filter. */
export function EmptyWall({
  slug,
  filtered,
  canWrite,
}: {
  slug: string
  filtered: boolean
  canWrite: boolean
}) {
  if (filtered) return <NothingFits slug={slug} noun="issue" />
  return (
    <Empty title="No issues yet">
      <p>
        {canWrite
          ? 'Be the first: write an issue above. It appears here for everybody, in the colour of your table.'
          : 'Tables write their issues here when the facilitator opens that step. This page shows them by itself.'}
      </p>
    </Empty>
  )
}
