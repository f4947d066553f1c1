import type { DashboardWorkshopsQuery } from './dashboard.generated.ts'

export type ListedWorkshop = DashboardWorkshopsQuery['workshops']['edges'][number]['node']

/** What the list of workshops can be sorted by, and which way round that is useful. */
export const SORTS = {
  latest: { label: 'Latest first', column: 'dates', direction: 'descending' },
  earliest: { label: 'Earliest first', column: 'dates', direction: 'ascending' },
  title: { label: 'Title, A to Z', column: 'title', direction: 'ascending' },
  people: { label: 'Most people first', column: 'people', direction: 'descending' },
  issues: { label: 'Most issues first', column: 'issues', direction: 'descending' },
  dots: { label: 'Most dots first', column: 'dots', direction: 'descending' },
} as const
export type Sort = keyof typeof SORTS

/** The order that an address asks for; the latest first unless it names another. */
export function readSort(text: string): Sort {
  return Object.hasOwn(SORTS, text) ? (text as Sort) : 'latest'
}

/** Workshops whose title, project or venue holds all the words, in any order. */
export function searchWorkshops(workshops: readonly ListedWorkshop[], search: string): ListedWorkshop[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return workshops.filter(({ title, venue, project }) => {
    const text = `${title} ${venue ?? ''} ${project.title}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Workshops in the order asked for; equal ones stay the latest first. */
export function sortWorkshops(workshops: readonly ListedWorkshop[], sort: Sort): ListedWorkshop[] {
  const compare: Record<Sort, (a: ListedWorkshop, b: ListedWorkshop) => number> = {
    latest: () => 0,
    earliest: (a, b) => a.startsOn.localeCompare(b.startsOn),
    title: (a, b) => a.title.localeCompare(b.title, 'en-GB', { numeric: true }),
    people: (a, b) => people(b) - people(a),
    issues: (a, b) => b.issueCount - a.issueCount,
    dots: (a, b) => b.dotCount - a.dotCount,
  }
  return workshops.toSorted(compare[sort])
}

// "over 50" counts as 50 here; shown is what the source says.
function people({ statedParticipants, participantCount }: ListedWorkshop): number {
  return Number(/\d+/.exec(statedParticipants ?? '')?.[0] ?? participantCount)
}
