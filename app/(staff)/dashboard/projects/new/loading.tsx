import { LoadingRegion } from '../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'

/** The form for a project, before it comes. */
export default function NewProjectLoading() {
  return (
    <LoadingRegion label="Loading the form">
      <Skeleton className="h-6 w-32" />
      <Skeleton className="mt-2 mb-6 h-9 w-64" />
      <div className="max-w-prose space-y-6">
        <Skeleton className="h-20" />
        <Skeleton className="h-32" />
        <Skeleton className="h-40" />
        <Skeleton className="h-11 w-40" />
      </div>
    </LoadingRegion>
  )
}
