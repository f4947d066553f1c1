import { LoadingRegion } from '../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'

const ROWS = ['one', 'two', 'three', 'four', 'five']

/** The staff, before they come. */
export default function StaffLoading() {
  return (
    <LoadingRegion label="Loading the staff">
      <Skeleton className="h-9 w-40" />
      <Skeleton className="mt-2 mb-6 h-7 max-w-prose" />
      <div className="space-y-4">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </div>
      <Skeleton className="mt-12 h-80 max-w-prose" />
    </LoadingRegion>
  )
}
