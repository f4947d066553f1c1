import { LoadingRegion } from '../../../../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../../../../_ui/skeleton.tsx'

/** The paper dots, before they come. */
export default function PaperLoading() {
  return (
    <LoadingRegion label="Loading the paper dots">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 h-9 w-40" />
      <Skeleton className="mt-2 mb-6 h-14 max-w-prose" />
      <div className="grid gap-4 md:grid-cols-2">
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
      </div>
    </LoadingRegion>
  )
}
