import { LoadingRegion } from '../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../_ui/skeleton.tsx'

/**
 * The wall of issues, before it comes; the other pages bring their own. It stands above the issues' own folder, where a
 * change of what is searched or shown would bring it back and lose the reader's place.
 */
export default function IssuesLoading() {
  return (
    <LoadingRegion label="Loading the issues">
      <Skeleton className="mb-6 h-9 w-40" />
      <div className="grid gap-6 md:grid-cols-2 xl:grid-cols-4">
        {['a', 'b', 'c', 'd'].map((column) => (
          <div key={column} className="space-y-4">
            <Skeleton className="h-8" />
            <Skeleton className="h-32" />
            <Skeleton className="h-32" />
          </div>
        ))}
      </div>
    </LoadingRegion>
  )
}
