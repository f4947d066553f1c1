import { LoadingRegion } from '../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'

/** The ideas, before they come. It stands above the outline's own folder, so that a change of the filter keeps the reader's place. */
export default function IdeasLoading() {
  return (
    <LoadingRegion label="Loading the ideas">
      <Skeleton className="mb-6 h-9 w-32" />
      <Skeleton className="mb-4 h-8 max-w-prose" />
      <div className="grid gap-6 lg:grid-cols-3">
        {['a', 'b', 'c'].map((column) => (
          <div key={column} className="space-y-4">
            <Skeleton className="h-8" />
            <Skeleton className="h-40" />
            <Skeleton className="h-40" />
          </div>
        ))}
      </div>
    </LoadingRegion>
  )
}
