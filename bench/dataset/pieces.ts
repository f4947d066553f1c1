/** A statement takes 65,535 values at most. */
const ROWS = 2_000

/** Inserts rows some at a time, in their order. */
export async function insertPieces<Row>(
  rows: readonly Row[],
  insert: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) await insert(rows.slice(at, at + ROWS))
}
