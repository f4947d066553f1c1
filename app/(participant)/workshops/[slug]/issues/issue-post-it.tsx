import { Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { plural } from '#domain/numbers.ts'
import { IssueStateTag } from '../../../../_ui/issue-state-tag.tsx'
import { PostIt } from '../../../../_ui/post-it.tsx'
import { ProvenanceLink } from '../provenance-link.tsx'
import type { WallIssueFragment } from './issues.generated.ts'

type Props = {
  issue: WallIssueFragment
  hue: number | null
  slug: string
  /** The way to what says something similar. */
  similar?: ReactNode
  children?: ReactNode
}

/** One issue as it hangs on the wall: its words, what its table decided and why, and what was merged into it. */
export function IssuePostIt({ issue, hue, slug, similar, children }: Props) {
  const { id, title, state, stateReason, mergedFrom } = issue
  return (
    <PostIt
      id={`issue-${id}`}
      hue={hue}
      codes={issue.tableCodes}
      corner={
        <a href={`#issue-${id}`} className="-m-2 inline-flex size-11 items-center justify-center">
          <Link2 aria-hidden className="size-5" />
          <span className="sr-only">Link to this issue: {title}</span>
        </a>
      }
    >
      <h3 className="text-postit font-bold">{title}</h3>
      {state === 'RAISED' ? null : (
        <p className="mt-2">
          <IssueStateTag state={state} />
        </p>
      )}
      {stateReason ? <p className="mt-1">Why: {stateReason}</p> : null}
      {mergedFrom.length > 0 ? (
        <details className="mt-2">
          <summary className="flex min-h-11 items-center underline underline-offset-[0.2em]">
            Joined with {plural(mergedFrom.length, 'other issue')}
          </summary>
          <ul className="list-disc space-y-1 ps-5">
            {mergedFrom.map((original) => (
              <li key={original.id} id={`issue-${original.id}`}>
                {original.title}{' '}
                {original.tableCodes.length > 0 ? `(${original.tableCodes.join(', ')})` : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="mt-1">
        <ProvenanceLink slug={slug} kind="issue" id={id} about={title}>
          What became of it
        </ProvenanceLink>
      </p>
      {similar}
      {children}
    </PostIt>
  )
}
