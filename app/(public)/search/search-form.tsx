import { CRITIQUE_KIND_LABELS, CRITIQUE_KINDS } from '#domain/critiques.ts'
import { HORIZON_LABELS, HORIZONS, IDEA_STATUS_LABELS } from '#domain/ideas.ts'
import { ISSUE_STATE_LABELS, ISSUE_STATES } from '#domain/issues.ts'
import { FOUND_IDEA_STATUSES } from '#domain/search.ts'
import { Button } from '../../_ui/button.tsx'
import { Disclosure } from '../../_ui/disclosure.tsx'
import { SelectField } from '../../_ui/select-field.tsx'
import { TextField } from '../../_ui/text-field.tsx'
import type { SearchPlacesQuery } from './search.generated.ts'
import { isNarrowed, SEARCH_KIND_LABELS, SEARCH_KINDS, type Search } from './search-filter.ts'

type Workshop = SearchPlacesQuery['publishedWorkshops']['edges'][number]['node']
type Props = {
  search: Search
  workshops: readonly Workshop[]
  /** Areas of the place that is chosen. */
  areas: readonly { id: string; name: string }[]
}

/** What to look for, and where. A plain form: a search stands in the address and can be shared. */
export function SearchForm({ search, workshops, areas }: Props) {
  const projects = [...new Map(workshops.map(({ project }) => [project.id, project])).values()]
  return (
    <search>
      <form className="mb-6 rounded-card border border-line bg-surface p-4">
        <div className="flex flex-wrap items-end gap-4">
          <div className="max-w-prose min-w-60 flex-1">
            <TextField
              id="q"
              name="q"
              type="search"
              label="Words to find"
              hint="In issues, problem statements, ideas and comments. Typing errors are forgiven."
              maxLength={200}
              defaultValue={search.query}
            />
          </div>
          <Button type="submit">Search</Button>
        </div>
        <Disclosure summary="Narrow the search" open={isNarrowed(search)} className="mt-3">
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <Choice id="kind" label="What" every="Everything" chosen={search.kind}>
              {SEARCH_KINDS.map((kind) => [kind, SEARCH_KIND_LABELS[kind][1]])}
            </Choice>
            <SelectField id="in" name="in" label="Where" defaultValue={search.place}>
              <option value="">All projects and workshops</option>
              <optgroup label="Projects">
                {projects.map(({ id, title }) => (
                  <option key={id} value={`project:${id}`}>
                    {title}
                  </option>
                ))}
              </optgroup>
              <optgroup label="Workshops">
                {workshops.map(({ id, title }) => (
                  <option key={id} value={`workshop:${id}`}>
                    {title}
                  </option>
                ))}
              </optgroup>
            </SelectField>
            <Choice
              id="area"
              label="Area of issues"
              every={search.place ? 'All areas' : 'Search in one place first'}
              chosen={search.areaId}
            >
              {areas.map(({ id, name }) => [id, name])}
            </Choice>
            <Choice id="state" label="State of issues" every="All states" chosen={search.issueState}>
              {ISSUE_STATES.map((state) => [state, ISSUE_STATE_LABELS[state]])}
            </Choice>
            <Choice id="horizon" label="Horizon of ideas" every="All horizons" chosen={search.horizon}>
              {HORIZONS.map((horizon) => [horizon, HORIZON_LABELS[horizon]])}
            </Choice>
            <Choice
              id="status"
              label="Status of ideas"
              every="On the wall or joined"
              chosen={search.ideaStatus}
            >
              {FOUND_IDEA_STATUSES.map((status) => [status, IDEA_STATUS_LABELS[status]])}
            </Choice>
            <Choice id="comments" label="Kind of comments" every="All kinds" chosen={search.critiqueKind}>
              {CRITIQUE_KINDS.map((kind) => [kind, CRITIQUE_KIND_LABELS[kind]])}
            </Choice>
          </div>
        </Disclosure>
      </form>
    </search>
  )
}

type ChoiceProps = {
  id: string
  label: string
  every: string
  chosen: string | null
  /** Values and what they are called. */
  children: readonly (readonly [value: string, label: string])[]
}

function Choice({ id, label, every, chosen, children }: ChoiceProps) {
  return (
    <SelectField id={id} name={id} label={label} defaultValue={chosen ?? ''}>
      <option value="">{every}</option>
      {children.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </SelectField>
  )
}
