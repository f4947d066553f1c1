import { CRITIQUE_KINDS, type CritiqueKind } from '#domain/critiques.ts'
import { HORIZONS, type Horizon } from '#domain/ideas.ts'
import { ISSUE_STATES, type IssueState } from '#domain/issues.ts'
import { FOUND_IDEA_STATUSES } from '#domain/search.ts'
import type { HitFragment } from './search.generated.ts'

type Kind = HitFragment['kind']

export const SEARCH_KINDS = ['ISSUE', 'STATEMENT', 'IDEA', 'CRITIQUE'] as const satisfies Kind[]
export const SEARCH_KIND_LABELS: Record<Kind, [one: string, many: string]> = {
  ISSUE: ['Issue', 'Issues'],
  STATEMENT: ['Problem statement', 'Problem statements'],
  IDEA: ['Idea', 'Ideas'],
  CRITIQUE: ['Comment', 'Comments'],
}

/** What the address asks for. */
export type Search = {
  query: string
  kind: Kind | null
  /** A workshop or a project, as `workshop:id`. */
  place: string
  horizon: Horizon | null
  issueState: IssueState | null
  /** An area of that place. */
  areaId: string | null
  ideaStatus: (typeof FOUND_IDEA_STATUSES)[number] | null
  critiqueKind: CritiqueKind | null
  show: number
}

export const PAGE_SIZE = 20
/** The contract gives no more at once; after that, one narrows the search. */
export const MOST_SHOWN = 50

type Parameters = Record<string, string | string[] | undefined>

/** Reads the address; what makes no sense in it is left out. */
export function readSearch(parameters: Parameters): Search {
  const read = (name: string) => first(parameters[name]).trim()
  return {
    query: read('q').slice(0, 200),
    kind: known(SEARCH_KINDS, read('kind')),
    place: read('in'),
    horizon: known(HORIZONS, read('horizon')),
    issueState: known(ISSUE_STATES, read('state')),
    areaId: read('area') || null,
    ideaStatus: known(FOUND_IDEA_STATUSES, read('status')),
    critiqueKind: known(CRITIQUE_KINDS, read('comments')),
    show: Math.min(MOST_SHOWN, Math.max(PAGE_SIZE, Number(read('show')) || 0)),
  }
}

/** The filter as the contract wants it. */
export function filterOf({ kind, place, areaId, issueState, horizon, ideaStatus, critiqueKind }: Search) {
  const [type, id] = place.split(':')
  return {
    kinds: kind ? [kind] : null,
    workshopId: type === 'workshop' ? id : null,
    projectId: type === 'project' ? id : null,
    areaId,
    issueState,
    horizon,
    ideaStatus,
    critiqueKind,
  }
}

/** Whether anything narrows the search. */
export function isNarrowed(search: Search): boolean {
  const { kind, place, areaId, issueState, horizon, ideaStatus, critiqueKind } = search
  return [kind, place, areaId, issueState, horizon, ideaStatus, critiqueKind].some(Boolean)
}

/** A search that nothing narrows. */
export const EVERYWHERE = {
  kind: null,
  place: '',
  horizon: null,
  issueState: null,
  areaId: null,
  ideaStatus: null,
  critiqueKind: null,
} as const satisfies Partial<Search>

/** The address of a search, with some of it changed. */
export function searchHref(search: Search, changed: Partial<Search> = {}): string {
  const { query, kind, place, horizon, show, ...of } = { ...search, ...changed }
  const parameters = new URLSearchParams({ q: query })
  const rest = {
    kind,
    in: place,
    area: of.areaId,
    state: of.issueState,
    horizon,
    status: of.ideaStatus,
    comments: of.critiqueKind,
    show: show > PAGE_SIZE ? String(show) : '',
  }
  for (const [name, value] of Object.entries(rest)) if (value) parameters.set(name, value)
  return `/search?${parameters}`
}

function known<Choice extends string>(choices: readonly Choice[], value: string): Choice | null {
  return choices.find((choice) => choice === value) ?? null
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
