'use client'

import { Button } from '../../../../_ui/button.tsx'
import { PostIt } from '../../../../_ui/post-it.tsx'
import type { WallIssueFragment } from './issues.generated.ts'
import { useIssueChanges } from './use-issue-changes.ts'

/** The viewer's own issues that are off the wall: taken back by themselves, or hidden by a facilitator, with the reason. */
export function SetAside({
  issues,
  mayRestore,
}: {
  issues: readonly WallIssueFragment[]
  mayRestore: boolean
}) {
  return (
    <section aria-labelledby="set-aside" className="mt-12">
      <h2 id="set-aside">Your issues that are not on the wall</h2>
      <p className="mt-1 max-w-prose">Only you and the facilitators see these.</p>
      <ul className="mt-4 grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {issues.map((issue) => (
          <SetAsideIssue key={issue.id} issue={issue} mayRestore={mayRestore} />
        ))}
      </ul>
    </section>
  )
}

function SetAsideIssue({ issue, mayRestore }: { issue: WallIssueFragment; mayRestore: boolean }) {
  const { restore } = useIssueChanges(issue)
  return (
    <PostIt as="li" hue={null} id={`issue-${issue.id}`} codes={issue.tableCodes}>
      <h3 className="text-postit font-bold">{issue.title}</h3>
      {issue.hiddenAt ? (
        <p className="mt-2">Hidden by a facilitator{issue.hiddenReason ? `: ${issue.hiddenReason}` : '.'}</p>
      ) : (
        <p className="mt-2">You took this down.</p>
      )}
      {mayRestore && !issue.hiddenAt ? (
        <Button variant="secondary" className="mt-3" onClick={() => void restore()}>
          Put it back<span className="sr-only">: {issue.title}</span>
        </Button>
      ) : null}
    </PostIt>
  )
}
