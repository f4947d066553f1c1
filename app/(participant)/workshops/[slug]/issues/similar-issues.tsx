import { Similar } from '../similar.tsx'
import type { WallIssueFragment } from './issues.generated.ts'

type Props = { issue: Pick<WallIssueFragment, 'id' | 'title'>; slug: string }

/** What says something similar to an issue, asked for when it is opened. */
export function SimilarIssues({ issue: { id, title }, slug }: Props) {
  return (
    <Similar
      id={id}
      slug={slug}
      label={
        <>
          Similar to this<span className="sr-only">: {title}</span>
        </>
      }
    />
  )
}
