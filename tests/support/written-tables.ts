/** The rows of a table that a test is written as, without its head. Blank lines only group them. */
export function readTable(table: string): string[][] {
  const [, ...rows] = table.trim().split('\n')
  return rows.filter((row) => row.trim() !== '').map((row) => row.trim().split(/\s+/))
}
