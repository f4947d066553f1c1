import {
  HORIZONS,
  type Horizon,
  IDEA_ORDERS,
  IDEA_STATUSES,
  type IdeaOrder,
  type IdeaStatus,
} from '#domain/ideas.ts'
import { LIMITS } from '#domain/text.ts'

/** What the address of the page asks to see. */
export type IdeaSearch = {
  statementId: string | null
  horizon: Horizon | null
  tableId: string | null
  /** Whether somebody of another table has commented; null for both. */
  read: 'yes' | 'no' | null
  status: IdeaStatus | null
  search: string | null
  order: IdeaOrder
  /** How many ideas are shown at most. */
  show: number
}

export const PAGE_SIZE = 50
const MOST_SHOWN = 2_000

type Parameters = Record<string, string | string[] | undefined>

/** Reads the address; what makes no sense in it is left out. */
export function readIdeaSearch(parameters: Parameters): IdeaSearch {
  const read = first(parameters.read)
  return {
    statementId: first(parameters.statement),
    horizon: known(HORIZONS, parameters.horizon),
    tableId: first(parameters.table),
    read: read === 'yes' || read === 'no' ? read : null,
    status: known(IDEA_STATUSES, parameters.state),
    search: first(parameters.q)?.trim().slice(0, LIMITS.search) || null,
    order: known(IDEA_ORDERS, parameters.order) ?? 'WRITTEN',
    show: Math.min(MOST_SHOWN, Math.max(PAGE_SIZE, Number(first(parameters.show)) || 0)),
  }
}

/** Whether anything narrows the list. */
export function isFiltered({ order, show, ...filter }: IdeaSearch): boolean {
  return Object.values(filter).some((chosen) => chosen !== null)
}

/** The address of the same list with more of it shown. */
export function moreHref(slug: string, asked: IdeaSearch): string {
  const { statementId, horizon, tableId, read, status, search, order, show } = asked
  const chosen = { statement: statementId, horizon, table: tableId, read, state: status, q: search, order }
  const parameters = new URLSearchParams({ show: String(show + PAGE_SIZE) })
  for (const [name, value] of Object.entries(chosen)) if (value) parameters.set(name, value)
  return `/workshops/${slug}/ideas?${parameters}`
}

function known<Choice extends string>(
  choices: readonly Choice[],
  value: string | string[] | undefined,
): Choice | null {
  const chosen = first(value)
  return choices.find((choice) => choice === chosen) ?? null
}

function first(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) || null
}
