import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

/** The texts of the write-up, before they come. */
export default function WriteUpDeskLoading() {
  return (
    <LoadingRegion label="Loading the write-up">
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
