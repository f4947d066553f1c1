import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ALL_FILES, EXPORTS, type ExportName, exportFileName, readExportFileName } from '#domain/exports.ts'

/** Programs of partners go by the names and the places of columns. */

const kept: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('../../docs/partner/files.json', import.meta.url), 'utf8'),
)
const names = Object.keys(EXPORTS) as ExportName[]

test('every file is there still, and every column stands where it stood: new ones come at the end', () => {
  const now = Object.fromEntries(
    Object.entries(kept).map(([name, columns]) => [
      name,
      EXPORTS[name as ExportName]?.columns.slice(0, columns.length),
    ]),
  )
  expect(now).toEqual(kept)
})

test('every file is promised: docs/partner/files.json names it', () => {
  expect(Object.keys(kept).toSorted()).toEqual(names.toSorted())
})

test.each(names)('%s has each column once', (name) => {
  expect(new Set(EXPORTS[name].columns).size).toBe(EXPORTS[name].columns.length)
})

test.each(names)('%s begins with ids, its own first', (name) => {
  const columns: readonly string[] = EXPORTS[name].columns
  const isId = (column: string) => /^id$|Ids?$/.test(column)
  const first = columns.findIndex((column) => !isId(column))
  expect(isId(columns[0] ?? '')).toBe(true)
  expect(columns.slice(first).filter((column) => column !== 'parentId' && isId(column))).toEqual([])
})

test('a file is known by its name, and nothing else is one', () => {
  for (const file of ALL_FILES) expect(readExportFileName(exportFileName(file))).toEqual(file)
  expect(exportFileName({ name: 'measure-points', format: 'CSV' })).toBe('measure-points.csv')
  for (const name of ['', 'issues', 'issues.CSV', 'issues.xml', '.csv', 'constructor.csv']) {
    expect(readExportFileName(name)).toBeNull()
  }
})
