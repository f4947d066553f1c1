import type { Columns } from '#db/columns.ts'
import type { NamesShown } from '#domain/critiques.ts'

/** A board as Postgres gives it. What was not asked for is missing. */
export type BoardColumns = {
  /** Ids and codes of tables. */
  tables?: Columns
  issues?: Columns
  issueTables?: [issueId: string, tableId: string][] | null
  statements?: Columns
  ideas?: Columns
  /** Ideas merged into ones on the wall, as rows of four. */
  merged?: [into: string, id: string, tableId: string | null, authorSeatId: string | null][] | null
  /** The last is what few comments have. */
  critiques?: Columns
  /** Ids and names of the seats that wrote something. */
  authors?: Columns
  supports?: [ideaId: string, supporters: number][] | null
  counts?: Columns
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
