'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { FormDialog } from '../../../form-dialog.tsx'
import type { CuratedIssue, Desk } from './curated.ts'
import { HideForm } from './hide-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { RewordForm } from './reword-form.tsx'
import type { Decide } from './use-decide.ts'

type Props = { issue: CuratedIssue; areas: Desk['areas']; decide: Decide['one'] }

/** What is done to an issue now and then. */
export function MoreActs({ issue, areas, decide }: Props) {
  return (
    <ul className="-ms-2 mt-1 flex flex-col items-start">
      {issue.state === 'RAISED' ? null : (
        <li>
          <Button variant="quiet" onClick={() => decide(issue, 'RAISED')}>
            Not decided yet
          </Button>
        </li>
      )}
      {issue.state === 'NOT_CHOSEN' ? (
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
          {(close) => <HideForm issues={[issue]} done={close} />}
        </FormDialog>
      </li>
    </ul>
  )
}
