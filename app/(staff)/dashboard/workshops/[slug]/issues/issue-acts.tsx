'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { FormDialog } from '../../../form-dialog.tsx'
import type { CuratedIssue, Desk } from './curated.ts'
import { HideForm } from './hide-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { RewordForm } from './reword-form.tsx'
import type { Decide } from './use-decide.ts'

type Props = { issue: CuratedIssue; areas: Desk['areas']; decide: Decide['one'] }

/** What a facilitator may do with one issue: the two that are wanted often, and the rest behind "More". */
export function IssueActs({ issue, areas, decide }: Props) {
  const { title, state } = issue
  const named = <span className="sr-only">: {title}</span>
  return (
    <div className="mt-2">
      <div className="flex flex-wrap gap-2">
        {state === 'PUT_FORWARD' ? null : (
          <Button variant="secondary" onClick={() => decide(issue, 'PUT_FORWARD')}>
            Put forward{named}
          </Button>
        )}
        {state === 'NOT_CHOSEN' ? null : (
          <Button variant="secondary" onClick={() => decide(issue, 'NOT_CHOSEN')}>
            Do not choose{named}
          </Button>
        )}
      </div>
      <Disclosure summary={<>More{named}</>}>
        <ul className="flex flex-col items-start">
          {state === 'RAISED' ? null : (
            <li>
              <Button variant="quiet" onClick={() => decide(issue, 'RAISED')}>
                Not decided yet
              </Button>
            </li>
          )}
          {state === 'NOT_CHOSEN' ? (
            <li>
              <FormDialog trigger="Say why it was not chosen" title="Why was it not chosen?">
                {(close) => <ReasonForm issue={issue} decide={decide} done={close} />}
              </FormDialog>
            </li>
          ) : null}
          <li>
            <FormDialog trigger="Change its words or area" title="Change this issue">
              {(close) => <RewordForm issue={issue} areas={areas} done={close} />}
            </FormDialog>
          </li>
          <li>
            <FormDialog trigger="Hide it from participants" title="Hide this issue">
              {(close) => <HideForm issue={issue} done={close} />}
            </FormDialog>
          </li>
        </ul>
      </Disclosure>
    </div>
  )
}
