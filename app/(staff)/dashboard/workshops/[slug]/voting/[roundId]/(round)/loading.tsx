import { LoadingRegion } from '../../../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../../../_ui/skeleton.tsx'

const ROWS = ['one', 'two', 'three', 'four', 'five', 'six']

/** A round, before it comes. */
export default function RoundLoading() {
  return (
    <LoadingRegion label="Loading the voting round">
      <Skeleton className="h-6 w-32" />
      <Skeleton className="mt-2 h-9 w-60" />
      <Skeleton className="mt-2 mb-6 h-7 w-40" />
      <Skeleton className="mb-8 h-40" />
      <div className="space-y-3">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-14" />
        ))}
      </div>
    </LoadingRegion>
  )
}
