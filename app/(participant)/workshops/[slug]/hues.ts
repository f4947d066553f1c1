/** The colour of what a table wrote is the table's place; null where it came from no table that is still there. */
export function tableHue(
  codes: readonly string[],
  tables: readonly { code: string; position: number }[],
): number | null {
  const table = tables.find(({ code }) => code === codes[0])
  return table?.position ?? null
}

/** An area's glyph is its place among the areas; rolls keep the name that an area had when the round opened. */
export function areaPlace(name: string, areas: readonly { name: string }[]): number | null {
  const place = areas.findIndex((area) => area.name === name)
  return place === -1 ? null : place
}
