import { LoadingRegion } from '../../_ui/loading-region.tsx'
import { Skeleton } from '../../_ui/skeleton.tsx'

/** The viewer's account, before it comes. */
export default function AccountLoading() {
  return (
    <LoadingRegion label="Loading your account">
      <Skeleton className="mb-6 h-9 w-48" />
      <div className="grid max-w-prose gap-6">
        <Skeleton className="h-40" />
        <Skeleton className="h-56" />
      </div>
    </LoadingRegion>
  )
}
