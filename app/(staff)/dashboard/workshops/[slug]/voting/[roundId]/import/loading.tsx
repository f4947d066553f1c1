import { LoadingRegion } from '../../../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../../../_ui/skeleton.tsx'

/** The form for a file, before it comes. */
export default function ImportLoading() {
  return (
    <LoadingRegion label="Loading the form">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 h-9 w-56" />
      <Skeleton className="mt-2 mb-6 h-14 max-w-prose" />
      <div className="max-w-prose space-y-6">
        <Skeleton className="h-32" />
        <Skeleton className="h-20" />
        <Skeleton className="h-11 w-56" />
      </div>
    </LoadingRegion>
  )
}
