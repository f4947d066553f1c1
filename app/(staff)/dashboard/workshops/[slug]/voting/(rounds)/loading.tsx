import { LoadingRegion } from '../../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../../_ui/skeleton.tsx'

/** The rounds, before they come. */
export default function VotingLoading() {
  return (
    <LoadingRegion label="Loading the voting rounds">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 mb-6 h-9 w-32" />
      <div className="space-y-6">
        <Skeleton className="h-48" />
        <Skeleton className="h-48" />
      </div>
    </LoadingRegion>
  )
}
