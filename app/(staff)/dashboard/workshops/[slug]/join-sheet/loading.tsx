import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

/** The join sheet, before it comes. */
export default function JoinSheetLoading() {
  return (
    <LoadingRegion label="Loading the join sheet">
      <div className="mb-6 flex gap-3">
        <Skeleton className="h-11 w-40" />
        <Skeleton className="h-11 w-40" />
      </div>
      <Skeleton className="h-160" />
    </LoadingRegion>
  )
}
