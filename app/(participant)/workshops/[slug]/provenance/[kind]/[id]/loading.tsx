import { LoadingRegion } from '../../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../../_ui/skeleton.tsx'

/** The chain, before it comes. */
export default function ProvenanceLoading() {
  return (
    <LoadingRegion label="Loading the chain">
      <Skeleton className="mb-6 h-20 max-w-prose" />
      <Skeleton className="mb-8 h-28 max-w-prose" />
      <Skeleton className="mb-8 h-28 max-w-prose" />
      <Skeleton className="h-28 max-w-prose" />
    </LoadingRegion>
  )
}
