import DataLoader from 'dataloader'

/** Loads rows by their own id; null for those that are not there. */
export function one<Row extends { id: string }>(list: (ids: readonly string[]) => Promise<Row[]>) {
  return new DataLoader<string, Row | null>(async (ids) => {
    const found = new Map((await list(ids)).map((row) => [row.id, row]))
    return ids.map((id) => found.get(id) ?? null)
  })
}

/** Loads the rows that belong to each id, in the order in which they were listed. */
export function many<Row>(column: keyof Row, list: (ids: readonly string[]) => Promise<Row[]>) {
  return new DataLoader<string, Row[]>(async (ids) => {
    const found = new Map<unknown, Row[]>(ids.map((id) => [id, []]))
    for (const row of await list(ids)) found.get(row[column])?.push(row)
    return ids.map((id) => found.get(id) ?? [])
  })
}
