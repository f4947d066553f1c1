import { LoadingRegion } from '../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'

/** The workshop's overview, before it comes. */
export default function WorkshopHomeLoading() {
  return (
    <LoadingRegion label="Loading the workshop">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 mb-6 h-9 max-w-prose" />
      <div className="grid gap-8 lg:grid-cols-[2fr_1fr]">
        <div className="space-y-4">
          <Skeleton className="h-36" />
          <Skeleton className="h-64" />
        </div>
        <Skeleton className="h-72" />
      </div>
    </LoadingRegion>
  )
}
