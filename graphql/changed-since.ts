/** Of rows that come whole with what they belong to, those that changed at a moment or later; all without one. */
export function changedSince<Row extends { updatedAt: Date | string }>(
  rows: Row[],
  since: string | null | undefined,
): Row[] {
  if (since == null) return rows
  const from = Date.parse(since)
  return rows.filter(({ updatedAt }) => new Date(updatedAt).getTime() >= from)
}
