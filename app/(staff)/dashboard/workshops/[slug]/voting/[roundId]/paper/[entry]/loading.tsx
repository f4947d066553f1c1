import { LoadingRegion } from '../../../../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../../../../_ui/skeleton.tsx'

const ROWS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

/** The form for one entry, before it comes. */
export default function PaperEntryLoading() {
  return (
    <LoadingRegion label="Loading the form">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 h-9 w-72" />
      <Skeleton className="mt-2 mb-6 h-14 max-w-prose" />
      <div className="space-y-3">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-14" />
        ))}
      </div>
    </LoadingRegion>
  )
}
