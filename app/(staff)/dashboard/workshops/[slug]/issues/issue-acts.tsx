'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../../_ui/button.tsx'
import type { CuratedIssue, Desk } from './curated.ts'
import { MoreActs } from './more-acts.tsx'
import type { Decide } from './use-decide.ts'

type Props = { issue: CuratedIssue; areas: Desk['areas']; decide: Decide['one'] }

/** What a facilitator may do with one issue: the two that are wanted often, and the rest behind "More". */
export function IssueActs({ issue, areas, decide }: Props) {
  const [more, showMore] = useState(false)
  const { id, title, state } = issue
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
        <Button
          variant="quiet"
          className="-ms-3"
          aria-expanded={more}
          aria-controls={`more-${id}`}
          onClick={() => showMore(!more)}
        >
          <ChevronRight aria-hidden className={more ? 'size-5 rotate-90' : 'size-5'} />
          More{named}
        </Button>
      </div>
      <div id={`more-${id}`}>{more ? <MoreActs issue={issue} areas={areas} decide={decide} /> : null}</div>
    </div>
  )
}
