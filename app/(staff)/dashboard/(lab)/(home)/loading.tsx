import { LoadingRegion } from '../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'

const ROWS = ['one', 'two', 'three', 'four']

/** The dashboard, before it comes. */
export default function DashboardLoading() {
  return (
    <LoadingRegion label="Loading projects and workshops">
      <Skeleton className="mb-6 h-9 max-w-80" />
      <Skeleton className="h-7 w-32" />
      <div className="mt-3 mb-12 grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        <Skeleton className="h-40" />
        <Skeleton className="hidden h-40 md:block" />
        <Skeleton className="hidden h-40 xl:block" />
      </div>
      <Skeleton className="mb-4 h-7 w-32" />
      <div className="space-y-4">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </div>
    </LoadingRegion>
  )
}
