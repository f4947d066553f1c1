import { ISSUE_STATE_LABELS, ISSUE_STATES } from '#domain/issues.ts'
import { Button } from '../../../../_ui/button.tsx'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
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
    <details open={filtered} className="mb-4">
      <summary className="inline-flex min-h-11 items-center font-bold text-accent underline underline-offset-[0.2em]">
        Search and filter
      </summary>
      <form className="mt-2 grid items-end gap-4 rounded-card border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">
        <TextField id="q" name="q" type="search" label="Words" defaultValue={asked.search ?? ''} />
        <SelectField id="area" name="area" label="Area" defaultValue={asked.areaId ?? ''}>
          <option value="">All areas</option>
          {areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField id="table" name="table" label="Table" defaultValue={asked.tableId ?? ''}>
          <option value="">All tables</option>
          {tables.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {name && name !== code ? `${code}: ${name}` : code}
            </option>
          ))}
        </SelectField>
        <SelectField id="state" name="state" label="State" defaultValue={asked.state ?? ''}>
          <option value="">All states</option>
          {ISSUE_STATES.map((state) => (
            <option key={state} value={state}>
              {ISSUE_STATE_LABELS[state]}
            </option>
          ))}
        </SelectField>
        <Button type="submit" variant="secondary">
          Show these
        </Button>
      </form>
      {filtered ? (
        <TextLink href={`/workshops/${slug}/issues`} className="inline-flex min-h-11 items-center">
          Show all issues
        </TextLink>
      ) : null}
    </details>
  )
}
