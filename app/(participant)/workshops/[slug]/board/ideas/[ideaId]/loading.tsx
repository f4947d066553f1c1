import { LoadingRegion } from '../../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../../_ui/skeleton.tsx'

/** An open card, before it comes. */
export default function OpenCardLoading() {
  return (
    <LoadingRegion label="Loading the card">
      <Skeleton className="mb-3 h-14" />
      <Skeleton className="h-48" />
      <Skeleton className="mt-4 h-72" />
    </LoadingRegion>
  )
}
