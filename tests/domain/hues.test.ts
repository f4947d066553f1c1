import { expect, test } from 'vitest'
import { hueOf, issueHueOf } from '#app/_write-up/figures.ts'
import { tableHue } from '#domain/hues.ts'

const AREAS = [
  { id: 'culture', name: 'Culture and buy-in' },
  { id: 'evidence', name: 'Evidence' },
]
const TABLES = [
  { code: 'C', position: 0, areaName: 'Culture and buy-in' },
  { code: 'E', position: 1, areaName: 'Evidence' },
  { code: 'W', position: 2, areaName: null },
].map((table) => ({ ...table, name: null }))
const HEAD = { areas: AREAS, tables: TABLES }
const SEATED = TABLES.map(({ areaName, ...table }) => ({
  ...table,
  area: areaName ? { name: areaName } : null,
}))

test('an issue of several tables has one colour, on the wall and in the write-up', () => {
  for (const tableCodes of [['C', 'E'], ['W', 'C'], ['E'], ['gone'], []]) {
    for (const { id, name } of AREAS) {
      const onTheWall = tableHue(tableCodes, name, SEATED)
      expect(issueHueOf(HEAD, { tableCodes, areaId: id }), `${tableCodes} in ${name}`).toBe(onTheWall)
    }
    expect(hueOf(HEAD, tableCodes)).toBe(tableHue(tableCodes, '', SEATED))
  }
})

test('of several tables the one that works on the area gives the colour, else the first of them', () => {
  expect(tableHue(['C', 'E'], 'Evidence', SEATED)).toBe(1)
  expect(tableHue(['W', 'C'], 'Evidence', SEATED)).toBe(0)
  expect(tableHue(['gone'], 'Evidence', SEATED)).toBeNull()
})
