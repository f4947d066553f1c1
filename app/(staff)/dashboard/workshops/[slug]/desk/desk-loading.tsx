import { LoadingRegion } from '../../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../../_ui/skeleton.tsx'

const CARDS = ['one', 'two', 'three', 'four', 'five', 'six']

/** A desk, before what is on it comes. */
export function DeskLoading({ label }: { label: string }) {
  return (
    <LoadingRegion label={label}>
      <Skeleton className="h-6 w-48" />
      <Skeleton className="mt-2 h-9 w-32" />
      <Skeleton className="mt-2 mb-6 h-14 max-w-prose" />
      <Skeleton className="mb-8 h-11 w-60" />
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {CARDS.map((card) => (
          <Skeleton key={card} className="h-44" />
        ))}
      </div>
    </LoadingRegion>
  )
}
