import { LoadingRegion } from '../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'

/** The priorities, before they come. */
export default function PrioritiesLoading() {
  return (
    <LoadingRegion label="Loading the priorities">
      <Skeleton className="mb-6 h-9 w-44" />
      <div className="space-y-6">
        <Skeleton className="h-52" />
        <Skeleton className="h-52" />
      </div>
    </LoadingRegion>
  )
}
