import { ISSUE_STATES, type IssueState } from '#domain/issues.ts'

/** What the address of the page asks to see. */
export type IssueSearch = {
  areaId: string | null
  tableId: string | null
  state: IssueState | null
  search: string | null
  /** How many issues are shown at most. */
  show: number
}

export const PAGE_SIZE = 100
const MOST_SHOWN = 2_000

type Parameters = Record<string, string | string[] | undefined>

/** Reads the address; what makes no sense in it is left out. */
export function readIssueSearch(parameters: Parameters): IssueSearch {
  const state = first(parameters.state)
  const show = first(parameters.show)
  return {
    areaId: first(parameters.area),
    tableId: first(parameters.table),
    state: ISSUE_STATES.find((known) => known === state) ?? null,
    search: first(parameters.q)?.trim() || null,
    show: show === 'all' ? MOST_SHOWN : Math.min(MOST_SHOWN, Math.max(PAGE_SIZE, Number(show) || 0)),
  }
}

/** Whether anything narrows the list. */
export function isFiltered({ areaId, tableId, state, search }: IssueSearch): boolean {
  return Boolean(areaId || tableId || state || search)
}

/** The address of the same list with more of it shown. */
export function moreHref(slug: string, asked: IssueSearch): string {
  const parameters = new URLSearchParams()
  if (asked.areaId) parameters.set('area', asked.areaId)
  if (asked.tableId) parameters.set('table', asked.tableId)
  if (asked.state) parameters.set('state', asked.state)
  if (asked.search) parameters.set('q', asked.search)
  parameters.set('show', String(asked.show + PAGE_SIZE))
  return `/workshops/${slug}/issues?${parameters}`
}

function first(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) || null
}
