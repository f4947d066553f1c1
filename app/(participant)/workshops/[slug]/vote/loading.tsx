import { LoadingRegion } from '../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'

/** The ballot, before it comes. */
export default function VoteLoading() {
  return (
    <LoadingRegion label="Loading the ballot">
      <Skeleton className="mb-6 h-9 w-64" />
      <Skeleton className="mb-6 h-12" />
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((place) => (
          <Skeleton key={place} className="h-44" />
        ))}
      </div>
    </LoadingRegion>
  )
}
