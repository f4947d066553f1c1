'use client'

import { ISSUE_STATE_LABELS, ISSUE_STATES } from '#domain/issues.ts'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { FindField } from '../desk/find-field.tsx'
import { ISSUES } from '../desk/words.ts'
import type { DeskFilter } from './curated.ts'

type Props = { filter: DeskFilter; change: (filter: DeskFilter) => void; found: number }

/** Which of the issues to show, found while one types. */
export function FilterFields({ filter, change, found }: Props) {
  return (
    <FindField
      noun={ISSUES}
      search={filter.search}
      change={(search) => change({ ...filter, search })}
      found={found}
    >
      <SelectField
        id="state"
        label="Show"
        value={filter.state}
        onChange={(event) => change({ ...filter, state: event.target.value as DeskFilter['state'] })}
      >
        <option value="">All issues</option>
        {ISSUE_STATES.map((state) => (
          <option key={state} value={state}>
            {ISSUE_STATE_LABELS[state]}
          </option>
        ))}
      </SelectField>
    </FindField>
  )
}
