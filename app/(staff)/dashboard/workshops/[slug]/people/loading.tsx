import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

const ROWS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

/** The people, before they come. */
export default function PeopleLoading() {
  return (
    <LoadingRegion label="Loading the people">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 h-9 w-32" />
      <Skeleton className="mt-2 mb-6 h-7 max-w-80" />
      <div className="mb-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Skeleton className="h-18" />
        <Skeleton className="h-18" />
        <Skeleton className="h-18" />
        <Skeleton className="h-18" />
      </div>
      <div className="space-y-3">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-14" />
        ))}
      </div>
    </LoadingRegion>
  )
}
