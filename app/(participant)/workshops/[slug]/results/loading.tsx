import { LoadingRegion } from '../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'

/** The ranking, before it comes. */
export default function ResultsLoading() {
  return (
    <LoadingRegion label="Loading the results">
      <Skeleton className="mb-2 h-9 w-40" />
      <Skeleton className="mb-8 h-7 max-w-prose" />
      <div className="space-y-3">
        {['1', '2', '3', '4', '5', '6', '7', '8'].map((place) => (
          <Skeleton key={place} className="h-16" />
        ))}
      </div>
    </LoadingRegion>
  )
}
