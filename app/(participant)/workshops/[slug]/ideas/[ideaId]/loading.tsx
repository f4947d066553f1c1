import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

/** One idea with its comments, before they come. */
export default function IdeaLoading() {
  return (
    <LoadingRegion label="Loading the idea">
      <Skeleton className="mb-4 h-6 max-w-prose" />
      <div className="grid gap-8 lg:grid-cols-[2fr_3fr] lg:gap-12">
        <Skeleton className="h-64" />
        <div className="space-y-4">
          <Skeleton className="h-8 w-40" />
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
        </div>
      </div>
    </LoadingRegion>
  )
}
