import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

/** Reports and log, before they come. */
export default function ModerationLoading() {
  return (
    <LoadingRegion label="Loading reports and log">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 mb-6 h-9 w-48" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-56" />
        <Skeleton className="h-56" />
      </div>
      <Skeleton className="mt-12 h-72" />
    </LoadingRegion>
  )
}
