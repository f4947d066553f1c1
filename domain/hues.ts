type Table = { code: string; position: number; area?: { name: string } | null }

/**
 * The colour of what a table wrote is the table's place. Of several tables the one that works on the area
 * counts; null where it came from no table that is still there.
 */
export function tableHue(
  codes: readonly string[],
  areaName: string,
  tables: readonly Table[],
): number | null {
  const origins = tables.filter(({ code }) => codes.includes(code))
  const table = origins.find(({ area }) => area?.name === areaName) ?? origins[0]
  return table?.position ?? null
}

/** An area's glyph is its place among the areas; rolls keep the name that an area had when the round opened. */
export function areaPlace(name: string, areas: readonly { name: string }[]): number | null {
  const place = areas.findIndex((area) => area.name === name)
  return place === -1 ? null : place
}
