import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

/** The form for a workshop, before it comes. */
export default function NewWorkshopLoading() {
  return (
    <LoadingRegion label="Loading the form">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 mb-6 h-9 w-72" />
      <div className="max-w-prose space-y-6">
        <Skeleton className="h-20" />
        <Skeleton className="h-40" />
        <Skeleton className="h-20" />
        <Skeleton className="h-20" />
        <Skeleton className="h-11 w-48" />
      </div>
    </LoadingRegion>
  )
}
