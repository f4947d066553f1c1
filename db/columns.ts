/**
 * Rows as Postgres gives them in one piece: a list for each column, all of one length, or one text with commas for a
 * column whose values have none. No rows are no lists.
 */
export type Columns = (unknown[] | string | null)[]

/** What Postgres reads for a column. Ids and names of kinds, which have no comma, come joined: that takes it half the time. */
type Column = string | { joined: string }

/** Names in TypeScript, and what Postgres reads for each. */
export type Selected<Row> = { readonly [Name in keyof Row]?: Column }

/** A column of values that are never empty and have no comma. */
export function joined(column: string): Column {
  return { joined: column }
}

/** Selects rows as columns, and after them what else is gathered from the same rows. */
export function selectColumns(
  selected: Record<string, Column>,
  rows: string,
  beside: readonly string[] = [],
): string {
  const lists = Object.values(selected).map((column) =>
    typeof column === 'string'
      ? `json_agg(${column})`
      : `string_agg(coalesce(${column.joined}::text, ''), ',')`,
  )
  return `(select json_build_array(${[...lists, ...beside].join(', ')}) from ${rows})`
}

/** The values of a column, in the order of the rows. */
export function listOf<Value>(column: Columns[number] | undefined): (Value | null)[] {
  if (typeof column !== 'string') return (column ?? []) as Value[]
  return column.split(',').map((value) => (value === '' ? null : (value as Value)))
}

/** Reads rows that came as columns: each begins as a copy of `begin`, which has what is the same for all. */
export function readColumns<Row extends object>(
  begin: Row,
  selected: Selected<Row>,
  columns: Columns | undefined,
): Row[] {
  const rows = listOf(columns?.[0]).map(() => ({ ...begin }))
  fillColumns(rows, selected, columns)
  return rows
}

/** Puts columns into rows that are there already, from the one in this place on. Rows that are not wanted are null. */
export function fillColumns<Row extends object>(
  rows: readonly (Row | null)[],
  selected: Selected<Row>,
  columns: Columns | undefined,
  from: number = 0,
): void {
  const names = Object.keys(selected) as (keyof Row)[]
  for (const [at, name] of names.entries()) {
    if (at < from || !columns?.[at]) continue
    const column = listOf(columns[at])
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n]
      if (row) row[name] = column[n] as Row[keyof Row]
    }
  }
}

/** Names or codes by the ids beside them. */
export function byId(listed: Columns | undefined): Map<string | null, string> {
  const [ids, names] = [listOf<string>(listed?.[0]), listOf<string>(listed?.[1])]
  return new Map(ids.map((id, n) => [id, names[n] ?? '']))
}
