import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

/** A project, before it comes. */
export default function ProjectLoading() {
  return (
    <LoadingRegion label="Loading the project">
      <Skeleton className="h-6 w-32" />
      <Skeleton className="mt-2 h-9 max-w-80" />
      <Skeleton className="mt-2 mb-6 h-14 max-w-prose" />
      <div className="grid gap-10 lg:grid-cols-[2fr_1fr]">
        <div className="space-y-10">
          <Skeleton className="h-32" />
          <Skeleton className="h-48" />
        </div>
        <Skeleton className="h-64" />
      </div>
    </LoadingRegion>
  )
}
