import Form from 'next/form'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { SubmitButton } from '../../../../_ui/submit-button.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { SORTS, type Sort } from './sorting.ts'
import { STATUSES, type Status } from './statuses.ts'

type Props = { search: string; status: Status; sort: Sort }

/** What of the list to show, and in which order. An ordinary form: the address holds the answer. */
export function WorkshopFilter({ search, status, sort }: Props) {
  return (
    <Form
      action="/dashboard"
      scroll={false}
      role="search"
      aria-label="Workshops"
      className="mt-3 mb-4 grid grid-cols-2 gap-4 lg:flex lg:items-end"
    >
      <div className="max-lg:col-span-2">
        <TextField
          id="search"
          name="search"
          type="search"
          label="Search workshops"
          defaultValue={search}
          key={`search-${search}`}
        />
      </div>
      <SelectField id="status" name="status" label="Show" defaultValue={status} key={status}>
        {Object.entries(STATUSES).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField id="sort" name="sort" label="Sort by" defaultValue={sort} key={sort}>
        {Object.entries(SORTS).map(([value, { label }]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <div className="self-end">
        <SubmitButton variant="secondary" pendingLabel="Looking">
          Show workshops
        </SubmitButton>
      </div>
    </Form>
  )
}
