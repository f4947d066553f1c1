import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

const ROWS = ['one', 'two', 'three', 'four', 'five', 'six']

/** The set-up, before it comes. */
export default function SetUpLoading() {
  return (
    <LoadingRegion label="Loading the set-up">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 mb-8 h-9 w-40" />
      <div className="mb-12 grid max-w-prose gap-6">
        <Skeleton className="h-20" />
        <Skeleton className="h-20" />
        <Skeleton className="h-32" />
        <Skeleton className="h-20" />
      </div>
      <div className="space-y-3">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </div>
    </LoadingRegion>
  )
}
