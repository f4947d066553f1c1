import {
  HORIZON_LABELS,
  HORIZONS,
  IDEA_ORDERS,
  IDEA_STATUS_LABELS,
  IDEA_STATUSES,
  type IdeaOrder,
} from '#domain/ideas.ts'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { FilterFrame } from '../../filter-frame.tsx'
import { TableChoice } from '../../table-choice.tsx'
import { type IdeaSearch, isFiltered } from './idea-filter.ts'

type Props = {
  asked: IdeaSearch
  slug: string
  statements: readonly { id: string; title: string }[]
  tables: readonly { id: string; code: string; name?: string | null }[]
  /** Whether the viewer may look at ideas that are off the wall. */
  curates: boolean
}

const ORDER_LABELS: Record<IdeaOrder, string> = {
  WRITTEN: 'As they were written',
  SUPPORT: 'Most supported first',
  FEWEST_CRITIQUES: 'Fewest comments first',
  MOST_CRITIQUES: 'Most comments first',
}

/** Narrows and orders the ideas. A plain form: what is chosen stands in the address and can be shared. */
export function FilterForm({ asked, slug, statements, tables, curates }: Props) {
  const filtered = isFiltered(asked)
  return (
    <FilterFrame
      slug={slug}
      noun="idea"
      title="Search, filter and order"
      open={filtered || asked.order !== 'WRITTEN'}
      filtered={filtered}
      search={asked.search}
      columns="lg:grid-cols-4"
    >
      <SelectField
        id="statement"
        name="statement"
        label="Problem statement"
        defaultValue={asked.statementId ?? ''}
      >
        <option value="">All statements</option>
        {statements.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <SelectField id="horizon" name="horizon" label="When" defaultValue={asked.horizon ?? ''}>
        <option value="">Any time</option>
        {HORIZONS.map((horizon) => (
          <option key={horizon} value={horizon}>
            {HORIZON_LABELS[horizon]}
          </option>
        ))}
      </SelectField>
      <TableChoice tables={tables} tableId={asked.tableId} />
      <SelectField id="read" name="read" label="Read by others" defaultValue={asked.read ?? ''}>
        <option value="">Read or not</option>
        <option value="no">No other table has commented</option>
        <option value="yes">Another table has commented</option>
      </SelectField>
      {curates ? (
        <SelectField id="state" name="state" label="State" defaultValue={asked.status ?? ''}>
          {IDEA_STATUSES.map((status) => (
            <option key={status} value={status === 'ON_THE_WALL' ? '' : status}>
              {IDEA_STATUS_LABELS[status]}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField id="order" name="order" label="Order" defaultValue={asked.order}>
        {IDEA_ORDERS.map((order) => (
          <option key={order} value={order}>
            {ORDER_LABELS[order]}
          </option>
        ))}
      </SelectField>
    </FilterFrame>
  )
}
