import { LoadingRegion } from '../../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../../_ui/skeleton.tsx'

/** The rules of a round, before they come. */
export default function NewRoundLoading() {
  return (
    <LoadingRegion label="Loading the form">
      <Skeleton className="h-6 w-32" />
      <Skeleton className="mt-2 mb-6 h-9 w-72" />
      <div className="max-w-prose space-y-6">
        <Skeleton className="h-20" />
        <Skeleton className="h-20" />
        <Skeleton className="h-24" />
        <Skeleton className="h-11 w-40" />
      </div>
    </LoadingRegion>
  )
}
