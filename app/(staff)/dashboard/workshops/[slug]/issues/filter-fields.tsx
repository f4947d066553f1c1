'use client'

import { ISSUE_STATE_LABELS, ISSUE_STATES } from '#domain/issues.ts'
import { plural } from '#domain/numbers.ts'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import type { DeskFilter } from './curated.ts'

type Props = { filter: DeskFilter; change: (filter: DeskFilter) => void; found: number }

/** Which of the issues to show, found while one types. */
export function FilterFields({ filter, change, found }: Props) {
  return (
    <search className="mt-8 mb-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_2fr]">
      <TextField
        id="find"
        type="search"
        label="Find issues"
        autoComplete="off"
        value={filter.search}
        onChange={(event) => change({ ...filter, search: event.target.value })}
      />
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
      <p role="status" className="tally py-2 text-ink-soft">
        {plural(found, 'issue')} shown
      </p>
    </search>
  )
}
