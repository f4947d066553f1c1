import { ISSUE_STATE_LABELS, ISSUE_STATES } from '#domain/issues.ts'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { FilterFrame } from '../filter-frame.tsx'
import { TableChoice } from '../table-choice.tsx'
import { type IssueSearch, isFiltered } from './issue-filter.ts'

type Props = {
  asked: IssueSearch
  slug: string
  areas: readonly { id: string; name: string }[]
  tables: readonly { id: string; code: string; name?: string | null }[]
}

/** Narrows the wall. A plain form: what is chosen stands in the address and can be shared. */
export function FilterForm({ asked, slug, areas, tables }: Props) {
  const filtered = isFiltered(asked)
  return (
    <FilterFrame
      slug={slug}
      noun="issue"
      title="Search and filter"
      open={filtered}
      filtered={filtered}
      search={asked.search}
      columns="lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
    >
      <SelectField id="area" name="area" label="Area" defaultValue={asked.areaId ?? ''}>
        <option value="">All areas</option>
        {areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TableChoice tables={tables} tableId={asked.tableId} />
      <SelectField id="state" name="state" label="State" defaultValue={asked.state ?? ''}>
        <option value="">All states</option>
        {ISSUE_STATES.map((state) => (
          <option key={state} value={state}>
            {ISSUE_STATE_LABELS[state]}
          </option>
        ))}
      </SelectField>
    </FilterFrame>
  )
}
