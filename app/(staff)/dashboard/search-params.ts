import 'server-only'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The parameters of an address as text; of one given twice, the first. */
export async function readSearch(params: SearchParams): Promise<(name: string) => string> {
  const given = await params
  return (name) => {
    const value = given[name]
    return ((Array.isArray(value) ? value[0] : value) ?? '').trim()
  }
}

/** How many rows of a list to show: as the address says, from the first page's worth to a thousand. */
export function rowsToShow(text: string, step: number): number {
  const asked = Number.parseInt(text, 10)
  return Number.isNaN(asked) ? step : Math.min(1000, Math.max(step, asked))
}

/** An address with some of its parameters changed; those that are empty are left out. */
export function withSearch(path: string, values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  return search.size === 0 ? path : `${path}?${search}`
}
