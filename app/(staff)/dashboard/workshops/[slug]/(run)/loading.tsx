import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

/** The run view, before it comes. */
export default function RunLoading() {
  return (
    <LoadingRegion label="Loading the workshop">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 mb-6 h-9 max-w-prose" />
      <div className="grid gap-8 lg:grid-cols-[2fr_1fr]">
        <div className="space-y-10">
          <Skeleton className="h-44" />
          <Skeleton className="h-96" />
        </div>
        <div className="space-y-6">
          <Skeleton className="h-56" />
          <Skeleton className="h-64" />
        </div>
      </div>
    </LoadingRegion>
  )
}
