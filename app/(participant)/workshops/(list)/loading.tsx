import { LoadingRegion } from '../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../_ui/skeleton.tsx'

/** The list of seats, before it comes. */
export default function MyWorkshopsLoading() {
  return (
    <LoadingRegion label="Loading your workshops">
      <Skeleton className="mb-6 h-9 w-56" />
      <div className="grid gap-4 md:grid-cols-2">
        <Skeleton className="h-44" />
        <Skeleton className="h-44" />
      </div>
    </LoadingRegion>
  )
}
