import type { CritiqueKind, NamesShown } from '#domain/critiques.ts'

/** Rows as Postgres gives them in one piece: a list for each column, all of one length. No rows are no lists. */
export type Columns = (unknown[] | null)[]

/** A board as Postgres gives it. What was not asked for is missing. */
export type BoardColumns = {
  /** Ids and codes of tables, each in the place of its number. */
  tables?: [ids: string[] | null, codes: string[] | null]
  issues?: Columns
  issueTables?: [issueId: string, tableId: string][] | null
  statements?: Columns
  ideas?: Columns
  /** Parts of the ideas on the wall: each itself, and what was merged into it. */
  parts?: Columns
  critiques?: Columns
  /** What few comments have, each with the comment's id. */
  seldom?: [id: string, ...values: unknown[]][] | null
  /** Ids and names of the seats that wrote something, each in the place of its number. */
  authors?: [ids: string[] | null, names: string[] | null]
  supports?: [ideaNumber: number, supporters: number][] | null
  counts?: [ideaNumber: number, kind: CritiqueKind | null, said: number, byOthers: boolean][] | null
}

/** What is the same for everything on one wall. */
export type Wall = { workshopId: string; published: boolean; namesShown: NamesShown; lastDay: string }

/** Whatever would set something aside: what stands on the wall has none of it. */
export const NOT_SET_ASIDE = {
  mergedIntoId: null,
  mergedBySeatId: null,
  mergedByName: null,
  mergedAt: null,
  withdrawnAt: null,
  hiddenAt: null,
  hiddenReason: null,
  requestDigest: null,
}

/** Stands where nobody has asked when something was written or changed, and so nobody reads it. */
export const NOT_ASKED = new Date(0)

/** Names in TypeScript, and what Postgres reads for each. */
export type Selected<Row> = { readonly [Name in keyof Row]?: string }

/** Selects rows as columns. */
export function selectColumns(selected: Record<string, string>, rows: string): string {
  const lists = Object.values(selected).map((column) => `json_agg(${column})`)
  return `(select json_build_array(${lists.join(', ')}) from ${rows})`
}

/** Reads rows that came as columns: each begins as a copy of `begin`, which has what is the same for all. */
export function readColumns<Row extends object>(
  begin: Row,
  selected: Selected<Row>,
  columns: Columns | undefined,
): Row[] {
  const rows = (columns?.[0] ?? []).map(() => ({ ...begin }))
  fillColumns(rows, selected, columns)
  return rows
}

/** Puts columns into rows that are there already, from the one in this place on. */
export function fillColumns<Row extends object>(
  rows: Row[],
  selected: Selected<Row>,
  columns: Columns | undefined,
  from: number = 0,
): void {
  const names = Object.keys(selected) as (keyof Row)[]
  for (const [at, name] of names.entries()) {
    const column = columns?.[at]
    if (at < from || !column) continue
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n]
      if (row) row[name] = column[n] as Row[keyof Row]
    }
  }
}
