import { Button } from '../../../../_ui/button.tsx'
import { PostIt } from '../../../../_ui/post-it.tsx'
import type { OutgoingIssue } from './outbox-state.ts'

type Props = {
  issues: readonly OutgoingIssue[]
  away: boolean
  hue: number | null
  code: string | null
  onTakeBack: (issue: OutgoingIssue) => void
}

/** Issues on their way to the wall, and those that were refused, with the reason. */
export function Outbox({ issues, away, hue, code, onTakeBack }: Props) {
  if (issues.length === 0) return null
  return (
    <ul className="mt-4 grid gap-4 md:grid-cols-2 xl:grid-cols-4" aria-label="On their way to the wall">
      {issues.map((issue) => (
        <PostIt as="li" key={issue.id} hue={hue} codes={code ? [code] : []}>
          <p className="font-bold">{issue.title}</p>
          {issue.refused === undefined ? (
            <p className="mt-2">
              {away
                ? 'No connection. This is kept on this device and sent when it is back.'
                : 'On its way to the wall…'}
            </p>
          ) : (
            <>
              <p role="alert" className="mt-2 border-s-4 border-red ps-3 font-bold text-red">
                {issue.refused}
              </p>
              <Button variant="secondary" className="mt-3" onClick={() => onTakeBack(issue)}>
                Change it and try again
              </Button>
            </>
          )}
        </PostIt>
      ))}
    </ul>
  )
}
